import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { sampleCloud, startSampleCloud } from './sample-cloud'

describe('faults on demand, through the SDK', () => {
  const sample = sampleCloud()
  afterEach(() => sample.cloud.setFaults([]))
  let names = 0
  const write = async (more: object = {}) => {
    names += 1
    const id = `note-${names}`
    const { result } = await sample.cloud.call('bookkeeper', { id, ...more })
    return { id, result }
  }
  const isThere = async (id: string) => {
    const response = await fetch(`${sample.cloud.url}/admin`, {
      method: 'POST',
      body: JSON.stringify({
        action: 'database.calculateDocument',
        collectionName: 'notes',
        query: JSON.stringify({ _id: id }),
      }),
    })
    return (await response.json()).data.total === 1
  }

  it('none, unless asked for', async () => {
    expect((await write()).result).toBeNull()
  })

  it('a time-out before the effect leaves nothing, one after it leaves the effect', async () => {
    sample.cloud.setFaults([{ action: 'database.insertDocument', fault: { kind: 'timeout', effect: 'before' } }])
    const before = await write()
    expect(before.result).toMatchObject({ errCode: -501002 })
    sample.cloud.setFaults([{ action: 'database.insertDocument', fault: { kind: 'timeout', effect: 'after' } }])
    const after = await write()
    expect(after.result).toMatchObject({ errCode: -501002 })
    sample.cloud.setFaults([])
    expect([await isThere(before.id), await isThere(after.id)]).toEqual([false, true])
  })

  it('a conflict ends the transaction and strikes transactions only', async () => {
    sample.cloud.setFaults([{ action: 'database.*', fault: { kind: 'conflict' } }])
    expect((await write()).result).toBeNull()
    const struck = await write({ inTransaction: true })
    expect(struck.result).toMatchObject({ errMsg: expect.stringContaining('TransactionConflict') })
    expect(await isThere(struck.id)).toBe(false)
  })

  it('a conflict at the commit leaves nothing of the transaction; the next one goes through', async () => {
    const fault = { kind: 'conflict' } as const
    sample.cloud.setFaults([{ action: 'database.commitTransaction', times: 1, fault }])
    const struck = await write({ inTransaction: true })
    expect(struck.result).toMatchObject({ errMsg: expect.stringContaining('TransactionConflict') })
    expect(await isThere(struck.id)).toBe(false)
    const { result } = await sample.cloud.call('bookkeeper', { id: struck.id, inTransaction: true })
    expect(result).toBeNull()
    expect(await isThere(struck.id)).toBe(true)
  })

  it('busy, as often as asked and no more', async () => {
    sample.cloud.setFaults([{ action: 'database.commitTransaction', times: 1, fault: { kind: 'busy' } }])
    const struck = await write({ inTransaction: true })
    expect(struck.result).toMatchObject({ errMsg: expect.stringContaining('TransactionBusy') })
    expect((await write({ inTransaction: true })).result).toBeNull()
    expect(sample.cloud.faults().faults).toMatchObject([{ strikes: 1 }])
  })

  it('an error of any code, in one function only', async () => {
    const fault = { kind: 'error', code: 'DATABASE_REQUEST_FAILED', message: 'the disk is on fire' } as const
    sample.cloud.setFaults([{ action: 'database.*', function: 'elsewhere', fault }])
    expect((await write()).result).toBeNull()
    sample.cloud.setFaults([{ action: 'database.*', function: 'bookkeeper', fault }])
    expect((await write()).result).toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('the disk is on fire'),
    })
  })

  it.each([['before', false] as const, ['after', true] as const])(
    'a crash of the instance %s the effect; the next call is served by another',
    async (effect, there) => {
      sample.cloud.setFaults([{ action: 'database.insertDocument', times: 1, fault: { kind: 'crash', effect } }])
      names += 1
      const id = `note-${names}`
      await expect(sample.cloud.call('bookkeeper', { id })).rejects.toMatchObject({ errCode: -504002 })
      expect(await isThere(id)).toBe(there)
      expect((await write()).result).toBeNull()
    },
  )

  it('latency', async () => {
    sample.cloud.setFaults([{ action: 'database.insertDocument', fault: { kind: 'latency', ms: 120 } }])
    const { durationMs } = await sample.cloud.call('bookkeeper', { id: 'late' })
    expect(durationMs).toBeGreaterThanOrEqual(119)
  })

  it('a page’s call that is carried out and never answered', async () => {
    sample.cloud.setFaults([{ action: 'functions.call', fault: { kind: 'timeout', effect: 'after' } }])
    await expect(sample.cloud.call('bookkeeper', { id: 'unheard' })).rejects.toMatchObject({ errCode: -504003 })
    expect(await isThere('unheard')).toBe(true)
  })

  it('an openapi that answers with WeChat’s own error', async () => {
    sample.cloud.setFaults([{ action: 'openapi.*', fault: { kind: 'error', code: '-1', message: 'system error' } }])
    const { result } = await sample.cloud.call('openapi', { api: 'wxacode.getUnlimited', parameters: { scene: 'a' } })
    expect(result).toMatchObject({ errCode: -1 })
  })

  it('with the same seed the same requests are struck, about as often as asked', async () => {
    const rule = {
      action: 'database.insertDocument',
      probability: 0.4,
      fault: { kind: 'timeout', effect: 'before' },
    } as const
    const pattern = async (seed: number) => {
      sample.cloud.setFaults([rule], seed)
      const struck: boolean[] = []
      for (let at = 0; at < 40; at++) struck.push((await write()).result !== null)
      return struck
    }
    const first = await pattern(7)
    expect(first.filter(Boolean).length).toBeGreaterThan(5)
    expect(first.filter(Boolean).length).toBeLessThan(30)
    expect(await pattern(7)).toEqual(first)
    expect(await pattern(8)).not.toEqual(first)
  })

  it('from the control API, with what has struck so far; an unsound rule is refused and names its field', async () => {
    const post = (body: object) => fetch(`${sample.cloud.url}/_/faults`, { method: 'POST', body: JSON.stringify(body) })
    const faults = [{ action: 'database.insertDocument', fault: { kind: 'error', code: 'SYS_ERR' } }]
    expect((await post({ faults, seed: 3 })).status).toBe(200)
    await write()
    expect(await (await fetch(`${sample.cloud.url}/_/faults`)).json()).toMatchObject({
      seed: 3,
      faults: [{ strikes: 1 }],
    })
    const unsound = await post({ faults: [{ action: 'database.*', probability: 2, fault: { kind: 'busy' } }] })
    expect(unsound.status).toBe(400)
    expect((await unsound.json()).errMsg).toContain('probability')
  })

  it('from a file; an unsound file is refused at the start', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'local-cloud-faults-')), 'faults.json')
    writeFileSync(
      file,
      JSON.stringify({ seed: 5, faults: [{ action: 'storage.*', fault: { kind: 'latency', ms: 1 } }] }),
    )
    const cloud = await startSampleCloud({ faults: file })
    expect(cloud.faults()).toMatchObject({ seed: 5, faults: [{ action: 'storage.*', strikes: 0 }] })
    await cloud.stop()
    writeFileSync(file, JSON.stringify({ faults: [{ action: 'x', fault: { kind: 'flood' } }] }))
    await expect(startSampleCloud({ faults: file })).rejects.toThrow(/faults\.0\.fault/)
  })
})
