import { existsSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkFile } from '#contract/policy-file'
import { readFeedKey } from '#pipeline/feed-signature'
import { type CloudTarget, readTarget } from './cloud-target'
import { runCommand } from './command'
import { fileOnDisk } from './policy-import/file-on-disk'
import { importFile } from './policy-import/import-file'
import { ImportProgress, type Output } from './policy-import/progress'

const usage = `Usage: npm run policies:import -- FILE [--report FILE] --local URL | --env ENV
The key POLICY_FEED_KEY stands in the process environment, in .local/deploy.env (--env) or in .local/keys.env (--local).`

/** What the command ends with: 2 when rows were refused and stand in the report. */
const SOME_REFUSED = 2

/** Checks a policy file and sends it to a cloud; writes what was refused to a report beside it. */
export async function importPolicies(
  cloud: CloudTarget,
  key: Buffer,
  file: string,
  reportFile: string,
  out: Output,
): Promise<number> {
  const checked = await checkFile(fileOnDisk(file), (rows) => {
    if (out.isTTY) out.write(`\r检查文件：${rows.toLocaleString('en-US')} 行`)
  })
  if (out.isTTY) out.write('\r\u001b[K')
  const { encoding, rows, unknown } = checked
  out.write(`${file}：${rows.toLocaleString('en-US')} 行，${encoding === 'utf-8' ? 'UTF-8' : 'GB18030'}\n`)
  if (unknown.length > 0) out.write(`不认识的列，不导入：${unknown.join('、')}\n`)
  // A report of an earlier import would pass for this one's.
  rmSync(reportFile, { force: true })
  const progress = new ImportProgress(rows, out)
  const counts = await importFile(cloud, key, checked, reportFile, (now) => progress.tell(now))
  progress.tell(counts, true)
  if (counts.refused === 0) return 0
  out.write(`拒绝的 ${counts.refused} 行在 ${reportFile}（含个人信息），改好以后可以直接再导入。\n`)
  return SOME_REFUSED
}

async function main(args: string[]): Promise<number> {
  const { target, positionals, options } = readTarget(args, { report: { type: 'string' } })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Error(usage)
  if (!existsSync(file)) throw new Error(`没有这个文件：${file}`)
  const report = options.report ?? reportBeside(file)
  if (resolve(report) === resolve(file)) throw new Error('报告会盖住要导入的文件，请用 --report 另起名字。')
  const key = readFeedKey(keyFrom(options.env ? '.local/deploy.env' : '.local/keys.env'))
  return importPolicies(target, key, file, report, process.stdout)
}

/** `policies.csv` is reported on in `policies.refused.csv`. */
const reportBeside = (file: string): string => `${file.replace(/\.csv$/i, '')}.refused.csv`

function keyFrom(file: string): NodeJS.ProcessEnv {
  if (process.env.POLICY_FEED_KEY || !existsSync(file)) return process.env
  const written = /^\s*POLICY_FEED_KEY\s*=\s*(\S+)/m.exec(readFileSync(file, 'utf8'))?.[1]
  return written ? { POLICY_FEED_KEY: written } : {}
}

if (require.main === module) runCommand(main)
