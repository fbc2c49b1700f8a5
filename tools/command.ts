/**
 * Runs a developer's command: its arguments in, its exit code out, an error as one readable message.
 * `DEBUG=1` shows the stack as well.
 */
export function runCommand(command: (args: string[]) => Promise<number>): void {
  command(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      const readable = error instanceof Error && !process.env.DEBUG ? error.message : error
      console.error(readable)
      process.exitCode = 1
    },
  )
}
