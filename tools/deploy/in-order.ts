import { describe, type Step } from './step'

/** Shows a step while it is done, and what came of it. */
export type Show = (title: string, work: () => Promise<string>) => Promise<void>

/** Does the steps in order and stops at the first that fails. @throws Error that names it and what was done before */
export async function inOrder<S extends Step>(
  steps: readonly S[],
  show: Show,
  act: (step: S) => Promise<string>,
): Promise<void> {
  const done: string[] = []
  for (const step of steps) {
    const title = `${done.length + 1}/${steps.length} ${describe(step)}`
    try {
      await show(title, () => act(step))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const before =
        done.length > 0 ? ['Done before it:', ...done.map((one) => `  ${one}`)] : ['Nothing was done before it.']
      throw new Error(
        [
          `Failed at ${title}: ${reason}`,
          ...before,
          'Run the same command again to continue: it leaves out what is in place.',
        ].join('\n'),
        { cause: error },
      )
    }
    done.push(title)
  }
}
