import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LocalCloud } from '#localcloud/local-cloud'
import { startSampleCloud } from './sample-cloud'

let folder = ''
const running: LocalCloud[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-cloud-state-'))
})
afterEach(async () => {
  for (const cloud of running.splice(0)) await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})
const start = async (options: Parameters<typeof startSampleCloud>[0]) => {
  const cloud = await startSampleCloud(options)
  running.push(cloud)
  return cloud
}
const admin = async (cloud: LocalCloud, action: string, more: object) => {
  const response = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    body: JSON.stringify({ action: `database.${action}`, collectionName: 'notes', ...more }),
  })
  return response.json()
}
const add = (cloud: LocalCloud, ...documents: object[]) =>
  admin(cloud, 'insertDocument', { data: documents.map((document) => JSON.stringify(document)) })
const all = async (cloud: LocalCloud): Promise<string[]> =>
  (await admin(cloud, 'getDocument', { queryType: 'WHERE', limit: 1000 })).data.list

/** A cloud with something of everything. */
async function filled(cloud: LocalCloud) {
  await add(cloud, { _id: 'b', at: { $date: { $numberLong: '5' } } }, { _id: 'a', n: { $numberDouble: 'NaN' } })
  await admin(cloud, 'addCollection', { collectionName: 'later' })
  const content = Buffer.from([0, 255, 10]).toString('base64')
  const { result } = await cloud.call('files', { operation: 'upload', cloudPath: '保单/a.bin', content })
  cloud.clock.advance(86_400_000)
  cloud.acceptSubscription('oLin', 'template', 3)
  return { content, fileID: Object(result).fileID }
}

describe('the whole state as one file', () => {
  it('is taken by another cloud: documents in their order, files, clock, acceptances', async () => {
    const first = await start({ data: join(folder, 'first') })
    const { content, fileID } = await filled(first)
    const file = join(folder, 'state.localcloud')
    await first.exportState(file)
    const second = await start({ data: join(folder, 'second'), import: file })
    expect(await all(second)).toEqual(await all(first))
    expect(await all(second)).toHaveLength(2)
    expect((await admin(second, 'getDocument', { collectionName: 'later', queryType: 'WHERE' })).data).toEqual({
      list: [],
    })
    expect((await second.call('files', { operation: 'download', fileID })).result).toBe(content)
    expect(second.clock.offset()).toBe(86_400_000)
    expect(second.acceptances()).toEqual([{ openid: 'oLin', templateId: 'template', left: 3 }])
  })

  it('also over HTTP, and from memory', async () => {
    const first = await start({})
    await filled(first)
    const response = await fetch(`${first.url}/_/export`)
    const file = join(folder, 'state.localcloud')
    writeFileSync(file, await response.text())
    const second = await start({ import: file })
    expect(await all(second)).toEqual(await all(first))
  })

  it('is not poured over what is there, nor taken from any other file', async () => {
    const file = join(folder, 'state.localcloud')
    const first = await start({ data: join(folder, 'first') })
    await filled(first)
    await first.exportState(file)
    await first.stop()
    await expect(start({ data: join(folder, 'first'), import: file })).rejects.toThrow(/not empty.*--fresh/)
    writeFileSync(file, '{"hello":1}\n')
    await expect(start({ import: file })).rejects.toThrow(/line 1/)
  })

  it.each([
    ['is no state’s', '{"hello":1}'],
    ['is cut off', '{"collection":"notes","docum'],
    ['holds a broken document', '{"collection":"notes","documents":["{"]}'],
    ['holds a document again', '{"collection":"notes","documents":["{\\"_id\\":\\"a\\"}"]}'],
    ['holds a file under a strange name', '{"file":"../a","content":""}'],
  ])('whose last line %s leaves nothing behind, and the whole file is taken next', async (_, line) => {
    const sound = [
      { localcloud: 1, clockOffsetMs: 86_400_000 },
      { collection: 'notes', documents: ['{"_id":"a"}', '{"_id":"b"}'] },
      { file: '0'.repeat(64), content: 'AP8K' },
    ]
      .map((content) => `${JSON.stringify(content)}\n`)
      .join('')
    const file = join(folder, 'state.localcloud')
    writeFileSync(file, `${sound}${line}\n`)
    const data = join(folder, 'data')
    await expect(start({ data, import: file })).rejects.toThrow(/line \d+/)
    expect(readdirSync(data).filter((name) => !name.startsWith('database') && name !== '.localcloud')).toEqual([])
    writeFileSync(file, sound)
    expect(await all(await start({ data, import: file }))).toHaveLength(2)
  })
})

describe('a damaged database', () => {
  it('is named and left as it is; the last good state is offered, and taken when asked for', async () => {
    const data = join(folder, 'data')
    const first = await start({ data })
    await add(first, { _id: 'kept' })
    await first.stop()
    const second = await start({ data })
    await add(second, { _id: 'lost' })
    const good = join(data, 'database.last-good.sqlite')
    expect(existsSync(good)).toBe(true)
    await second.stop()
    // The state of the stop before the damage is what there is to go back to.
    truncateSync(join(data, 'database.sqlite'), 5000)
    await expect(start({ data })).rejects.toThrow(/damaged[\s\S]*last good state is of 20\d\d-[\s\S]*--restore/)
    expect(readdirSync(data)).toContain('database.sqlite')
    const third = await start({ data, restore: true })
    expect((await all(third)).map((text) => JSON.parse(text)._id)).toEqual(['kept', 'lost'])
    expect(readdirSync(data).some((name) => name.startsWith('database.set-aside-'))).toBe(true)
  })

  it('at a stop does not become the last good state: the one there is stays, and the stop says so', async () => {
    const data = join(folder, 'data')
    const first = await start({ data })
    await add(first, ...Array.from({ length: 100 }, (_, at) => ({ _id: `kept ${at}`, text: 'x'.repeat(500) })))
    await first.stop()
    const good = readFileSync(join(data, 'database.last-good.sqlite'))
    const second = await start({ data })
    const file = openSync(join(data, 'database.sqlite'), 'r+')
    writeSync(file, Buffer.alloc(8192, 0xff), 0, 8192, 16_384)
    closeSync(file)
    await expect(second.stop()).rejects.toThrow(/damaged[\s\S]*last good state is of 20\d\d-[\s\S]*--restore/)
    running.splice(0)
    expect(readFileSync(join(data, 'database.last-good.sqlite'))).toEqual(good)
    expect(readdirSync(data).filter((name) => name.includes('last-good'))).toEqual(['database.last-good.sqlite'])
    expect(await all(await start({ data, restore: true }))).toHaveLength(100)
  })
})
