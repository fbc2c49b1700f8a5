import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { type FunctionSecret, functionSecrets, type SecretFact, type SecretName } from './facts'

export const secretsFile = '.local/deploy.env'
const names = ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY', ...functionSecrets, 'WECHAT_UPLOAD_KEY'] as const

export type Secrets = Partial<Record<SecretName, string>>

/** From the process environment, else from the git-ignored file of `NAME=value` lines. */
export function readSecrets(environment: NodeJS.ProcessEnv, file: string = secretsFile): Secrets {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split(/\r?\n/) : []
  const written = new Map(
    lines.map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()]),
  )
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name] || written.get(name)
      return value ? [[name, value]] : []
    }),
  )
}

/** The functions' own; empty where there is none: what is missing was a problem before. */
export const functionValues = (secrets: Secrets): Record<FunctionSecret, string> => ({
  PSEUDONYM_KEY: secrets.PSEUDONYM_KEY ?? '',
  FIELD_KEY: secrets.FIELD_KEY ?? '',
  LOOKUP_KEY: secrets.LOOKUP_KEY ?? '',
  POLICY_FEED_KEY: secrets.POLICY_FEED_KEY ?? '',
})

/** What may be said about the secrets. Searched are the files under git as they are now, not the history. */
export function secretFacts(secrets: Secrets, folder = '.'): SecretFact[] {
  return names.map((name) => {
    const value = secrets[name]
    if (value === undefined) return { name, form: null, trackedIn: [] }
    // A malformed value is no secret, and as a search word it finds everything.
    if (!isGood(name, value)) return { name, form: 'malformed', trackedIn: [] }
    const trackedIn = name === 'WECHAT_UPLOAD_KEY' ? trackedKeyFile(value, folder) : trackedFilesWith(value, folder)
    return { name, form: 'good', trackedIn }
  })
}

const isFunctionSecret = (name: SecretName): boolean => functionSecrets.some((secret) => secret === name)

function isGood(name: SecretName, value: string): boolean {
  if (name === 'WECHAT_UPLOAD_KEY') return existsSync(value) && readFileSync(value, 'utf8').includes('PRIVATE KEY')
  if (isFunctionSecret(name)) return /^[0-9a-f]{64}$/i.test(value)
  return /^\S{16,}$/.test(value)
}

function trackedKeyFile(path: string, folder: string): string[] {
  const listed = git(['ls-files', '--', path], folder)
  // A copy under another name has the same first line of key material.
  const material = existsSync(path) ? readFileSync(path, 'utf8').split(/\r?\n/)[1] : undefined
  return [...new Set([...listed, ...(material ? trackedFilesWith(material, folder) : [])])]
}

/** The value goes in by the standard input: arguments can be read by every process of this machine. */
const trackedFilesWith = (value: string, folder: string) => git(['grep', '-F', '-l', '-f', '-'], folder, value)

function git(args: string[], cwd: string, input?: string): string[] {
  try {
    const output = execFileSync('git', args, { cwd, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
    return output.split('\n').filter((line) => line !== '')
  } catch (error) {
    // `git grep` ends with 1 when it finds nothing; ls-files refuses a path outside the project, which is as good.
    const status = error instanceof Error && 'status' in error ? error.status : null
    if (status === 1 || args[0] === 'ls-files') return []
    throw new Error('git could not be asked whether a secret is tracked: is this a git checkout?', { cause: error })
  }
}
