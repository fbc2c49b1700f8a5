import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LocalCloud } from '#localcloud/local-cloud'
import { startSampleCloud } from './sample-cloud'

const DAY = 86_400_000
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'localcloud-clock-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** The cloud's clock is this far ahead of the machine's, give or take the time a busy machine needs between two lines. */
const expectAhead = (cloud: LocalCloud, ms: number) =>
  expect(Math.abs(cloud.clock.now() - Date.now() - ms)).toBeLessThan(2000)

describe('the movable clock', () => {
  it('starts with the machine, can be set and advanced, and tells each call its offset', async () => {
    const cloud = await startSampleCloud()
    try {
      expectAhead(cloud, 0)
      cloud.clock.advance(3 * DAY)
      expectAhead(cloud, 3 * DAY)
      const { result } = await cloud.call('whoami', {})
      expect(result).toMatchObject({ clockOffset: String(3 * DAY) })

      const singlesDay = Date.parse('2026-11-11T00:00:00+08:00')
      cloud.clock.set(singlesDay)
      expect(cloud.clock.now() - singlesDay).toBeLessThan(5000)
      expect(cloud.clock.offset()).toBeLessThan(3 * DAY)
      const later = await cloud.call('whoami', {})
      expect(later.result).toMatchObject({ clockOffset: String(cloud.clock.offset()) })
    } finally {
      await cloud.stop()
    }
  })

  it('keeps its offset over a restart when data is kept', async () => {
    const first = await startSampleCloud({ data: folder })
    first.clock.advance(DAY)
    await first.stop()
    const second = await startSampleCloud({ data: folder })
    try {
      expectAhead(second, DAY)
    } finally {
      await second.stop()
    }
  })

  it('begins at today when started fresh', async () => {
    const data = join(folder, 'data')
    const first = await startSampleCloud({ data })
    first.clock.advance(DAY)
    await first.stop()
    const second = await startSampleCloud({ data, fresh: true })
    try {
      expectAhead(second, 0)
    } finally {
      await second.stop()
    }
  })

  it('never empties a folder that a local cloud did not make', async () => {
    await writeFile(join(folder, 'precious.txt'), 'mine')
    await expect(startSampleCloud({ data: folder, fresh: true })).rejects.toThrow(/not made by the local cloud/)
  })

  it.each([Number.NaN, 0.5, 9e15])('refuses %s as a time', async (at) => {
    const cloud = await startSampleCloud()
    try {
      expect(() => cloud.clock.set(at)).toThrow(RangeError)
      expectAhead(cloud, 0)
    } finally {
      await cloud.stop()
    }
  })

  it('says which file is damaged', async () => {
    await writeFile(join(folder, 'clock.json'), '{"offsetMs": "soon"}')
    await expect(startSampleCloud({ data: folder })).rejects.toThrow(/clock\.json: expected/)
  })
})
