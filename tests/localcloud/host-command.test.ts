import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SAMPLE_COLLECTIONS, SAMPLE_FUNCTIONS } from './sample-cloud'

const MAIN = fileURLToPath(new URL('../../localcloud/main.ts', import.meta.url))
const running: ChildProcess[] = []
let folder = ''
let cloud: string[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'localcloud-command-'))
  // Only the functions needed here: the command starts an instance of each.
  const functions = join(folder, 'functions')
  await mkdir(functions)
  for (const name of ['whoami', 'files', 'slow']) await symlink(join(SAMPLE_FUNCTIONS, name), join(functions, name))
  cloud = ['--functions', functions, '--collections', SAMPLE_COLLECTIONS, '--no-timers']
})
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

function command(...options: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  const text = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text.out += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.err += chunk
  })
  const exit = once(child, 'close').then(([code]) => Number(code))
  /** Resolves with the address once it is printed; rejects when the command ends before. */
  const listening = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const address = /listening on (http:\S+)/.exec(text.out)?.[1]
      if (address !== undefined) resolve(address)
    })
    void exit.then((code) => reject(new Error(`ended with ${code}: ${text.err}`)))
  })
  listening.catch(() => undefined)
  return { child, text, exit, listening }
}

async function call(url: string, name: string, data: unknown) {
  const response = await fetch(`${url}/client/call`, { method: 'POST', body: JSON.stringify({ name, data }) })
  return Object(await response.json())
}

describe('the command', { timeout: 120_000 }, () => {
  it('prints its address when it answers, gives functions the env file, and ends in order on SIGTERM', async () => {
    const envFile = join(folder, 'keys.env')
    await writeFile(envFile, '# keys\nSAMPLE_SECRET="from a file"\n')
    const { child, exit, listening } = command(...cloud, '--data', join(folder, 'data'), '--env-file', envFile)
    expect(await call(await listening, 'whoami', {})).toMatchObject({ result: { secret: 'from a file' } })
    child.kill('SIGTERM')
    expect(await exit).toBe(0)
  })

  it('a last good state that cannot be written is one clear line; the database itself is closed in order', async () => {
    const data = join(folder, 'data')
    const { child, exit, text, listening } = command(...cloud, '--data', data)
    await listening
    // Stands for a full disk: nothing can be written here.
    await mkdir(join(data, 'database.last-good.sqlite.new'))
    child.kill('SIGTERM')
    expect(await exit).toBe(1)
    expect(text.err).toMatch(/^local cloud: .*could not be copied \(.*\): the last good state stays as it was\n$/)
    expect(await readdir(data)).not.toContain('database.sqlite-wal')
  })

  it('killed in the middle of a call and started again: files, clock and database are as acknowledged', async () => {
    const data = join(folder, 'data')
    const first = command(...cloud, '--data', data)
    const url = await first.listening
    const content = Buffer.from('保单').toString('base64')
    const { result } = await call(url, 'files', { operation: 'upload', cloudPath: 'a.txt', content })
    await fetch(`${url}/_/clock`, { method: 'POST', body: '{"advanceMs":86400000}' })
    const interrupted = call(url, 'slow', { waiting: true }).catch((error: Error) => error.name)
    first.child.kill('SIGKILL')
    expect(await interrupted).toBe('TypeError') // fetch: the socket broke

    const again = await command(...cloud, '--data', data).listening
    expect(await call(again, 'files', { operation: 'download', fileID: result.fileID })).toMatchObject({
      result: content,
    })
    expect(Object(await (await fetch(`${again}/_/clock`)).json()).offsetMs).toBe(86_400_000)
  })

  it.each([
    ['without options', [], '--functions and --data are needed'],
    [
      'with a port that is none',
      ['--functions', 'a', '--collections', 'b', '--data', 'c', '--port', '70000'],
      '--port 70000',
    ],
    ['with an option it does not know', ['--prot', '1'], '--prot'],
  ])('%s says what is wrong and how it is used, and fails', async (_, options, message) => {
    const { exit, text } = command(...options)
    expect(await exit).toBe(1)
    expect(text.err).toContain(message)
    expect(text.err).toContain('[--fresh]')
  })

  it.each([
    ['without such functions', ['--functions', '/nowhere', '--data', ':memory:'], '/nowhere'],
    ['with a data folder that cannot be', ['--data', '/dev/null/data'], 'data: /dev/null/data cannot be written'],
    ['with a faults file that is none', ['--data', ':memory:', '--faults', '/nowhere.json'], 'faults: /nowhere.json'],
    ['with nothing to go back to', ['--data', join(tmpdir(), 'localcloud-nothing'), '--restore'], 'restore:'],
  ])('%s says what is wrong in one line', async (_, options, message) => {
    const { exit, text } = command(
      ...(options[0] === '--functions' ? ['--collections', SAMPLE_COLLECTIONS] : cloud),
      ...options,
    )
    expect(await exit).toBe(1)
    expect(text.err).toContain(message)
    expect(text.err.trim().split('\n')).toHaveLength(1)
  })

  it('a taken port is said in words', async () => {
    const first = command(...cloud, '--data', ':memory:')
    const port = new URL(await first.listening).port
    const second = command(...cloud, '--data', ':memory:', '--port', port)
    expect(await second.exit).toBe(1)
    expect(second.text.err).toContain(`port ${port} is taken by another program`)
  })

  it('finds collections and rules beside the functions, and takes a changed function anew', async () => {
    const functions = join(folder, 'own')
    await mkdir(join(functions, 'greet'), { recursive: true })
    const build = (word: string) =>
      writeFile(join(functions, 'greet', 'index.js'), `exports.main = async () => ${JSON.stringify(word)}`)
    await build('first')
    await writeFile(join(functions, 'collections.json'), '{ "collections": [] }')
    await mkdir(join(functions, 'shut'))
    await writeFile(join(functions, 'shut', 'index.js'), 'exports.main = async () => 1')
    await writeFile(join(functions, 'function-rules.json'), '{ "*": { "invoke": false }, "greet": { "invoke": true } }')
    const { listening, text } = command('--functions', functions, '--data', ':memory:')
    const url = await listening
    expect(await call(url, 'greet', {})).toMatchObject({ result: 'first' })
    expect(await call(url, 'shut', {})).toMatchObject({ errCode: -501023 })
    await build('second')
    await expect.poll(async () => (await call(url, 'greet', {})).result, { timeout: 20_000 }).toBe('second')
    await expect.poll(() => text.out).toContain('taken anew: greet')
  })
})
