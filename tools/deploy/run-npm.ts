import { spawn } from 'node:child_process'

/** Runs npm from the project's root. @throws Error with what it printed */
export function runNpm(args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const windows = process.platform === 'win32'
    const child = spawn(windows ? 'npm.cmd' : 'npm', args, { stdio: ['ignore', 'pipe', 'pipe'], shell: windows })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', fail)
    child.on('close', (code) =>
      code === 0 ? done() : fail(new Error(`npm ${args[0]} ended with ${code}:\n${output}`)),
    )
  })
}
