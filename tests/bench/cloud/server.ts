import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export interface ServerProcess {
  url: string
  pid: number
  /** From the spawn until it listened. */
  startSeconds: number
  stop(): Promise<void>
}

/** A server in a process of its own, known to be ready when it prints where it listens. `node` are options of Node. */
export async function startServer(
  program: string,
  args: readonly string[],
  node: string[] = [],
): Promise<ServerProcess> {
  const began = performance.now()
  const child = spawn(process.execPath, [...node, program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await addressOf(child)
  return {
    url,
    pid: child.pid ?? 0,
    startSeconds: (performance.now() - began) / 1000,
    stop: () =>
      new Promise((resolve) => {
        // Who has ended says so only once.
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** Linux counts in hundredths of a second, whatever the processor. */
const TICKS_PER_SECOND = 100

/** What the process has used of the processors, all its threads together; NaN where the system does not tell. */
export function processorSeconds(pid: number): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  // The name in brackets may hold spaces: what is counted begins behind it.
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const [, address] = /listening on (\S+)/.exec(printed) ?? []
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}: ${printed}`)))
  })
}
