import { createInterface } from 'node:readline/promises'

/**
 * Asks for the environment's name: a habit of typing `y` deploys to the wrong one.
 * @throws Error when nobody can be asked and `--yes` was not given
 */
export async function confirm(
  environment: string,
  yes: boolean,
  input: NodeJS.ReadableStream & { isTTY?: boolean },
  output: NodeJS.WritableStream,
): Promise<boolean> {
  if (yes) return true
  if (!input.isTTY) throw new Error('Nobody is here to confirm it: give --yes to do it without asking.')
  const asking = createInterface({ input, output })
  try {
    const answer = await asking.question(`\nType ${environment} to do it: `)
    return answer.trim() === environment
  } finally {
    asking.close()
  }
}
