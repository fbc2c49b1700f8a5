import { writeFailure } from '#pipeline/log'

/** The steps of one tick, each for itself: what one throws is an error in the log, and those after it are done all the same. */
export function stepsOf(requestId: string) {
  const failed: string[] = []
  return {
    /** Names of those that threw. */
    failed,
    /** @param instead the answer of a step that threw */
    async step<Done>(name: string, instead: Done, work: () => Promise<Done>): Promise<Done> {
      try {
        return await work()
      } catch (error) {
        failed.push(name)
        writeFailure(requestId, `step ${name} of the timer failed`, error)
        return instead
      }
    },
  }
}
