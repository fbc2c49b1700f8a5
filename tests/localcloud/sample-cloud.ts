import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '#localcloud/local-cloud'

export const SAMPLE_FUNCTIONS = fileURLToPath(new URL('./functions', import.meta.url))
export const SAMPLE_COLLECTIONS = fileURLToPath(new URL('./functions/collections.json', import.meta.url))

/** A local cloud with the sample functions, nothing kept, timers by hand unless asked otherwise. */
export function startSampleCloud(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  return startLocalCloud({
    functions: SAMPLE_FUNCTIONS,
    collections: SAMPLE_COLLECTIONS,
    data: ':memory:',
    timers: false,
    warm: false,
    ...options,
  })
}

/** One sample cloud for all tests of a file. */
export function sampleCloud(options: Partial<LocalCloudOptions> = {}): { readonly cloud: LocalCloud } {
  let running: LocalCloud | undefined
  beforeAll(async () => {
    running = await startSampleCloud(options)
  })
  afterAll(() => running?.stop())
  return {
    get cloud() {
      if (running === undefined) throw new Error('the sample cloud has not started')
      return running
    },
  }
}
