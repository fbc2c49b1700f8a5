import { spawn } from 'node:child_process'

export interface ProgramResult {
  code: number
  output: string
}

/** Runs one of the installed packages' programs from the project's root and keeps what it prints, both streams in order. */
export function runProgram(
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const windows = process.platform === 'win32'
    const child = spawn(`node_modules/.bin/${name}${windows ? '.cmd' : ''}`, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows,
    })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
