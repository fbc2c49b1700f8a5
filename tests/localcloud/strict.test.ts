import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampleCloud } from './sample-cloud'

const rules = join(mkdtempSync(join(tmpdir(), 'local-cloud-rules-')), 'rules.json')
writeFileSync(
  rules,
  JSON.stringify({
    '*': { invoke: false },
    whoami: { invoke: true },
    echo: { invoke: 'auth != null' },
    slow: { invoke: "auth.loginType != 'ANONYMOUS' && auth != null" },
  }),
)
const collections = join(mkdtempSync(join(tmpdir(), 'local-cloud-collections-')), 'collections.json')
const access = { notes: 'owner', news: 'read', secrets: 'none' }
writeFileSync(
  collections,
  JSON.stringify({ collections: Object.entries(access).map(([name, of]) => ({ name, access: of })) }),
)

describe('as strict as production', () => {
  const sample = sampleCloud({ functionRules: rules, collections })
  const post = async (path: string, body: object, openid?: string) => {
    const headers: Record<string, string> = openid === undefined ? {} : { 'x-wx-identity': JSON.stringify({ openid }) }
    const response = await fetch(`${sample.cloud.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return response.json()
  }
  const call = (name: string, openid?: string) => post('/client/call', { name }, openid)
  const trap = async (event: object) => (await sample.cloud.call('transactions', event)).result

  it('a page may not call a function that the security rules close; tools and other functions may', async () => {
    expect(await call('web', 'oLin')).toMatchObject({ errCode: -501023 })
    expect(await call('whoami', 'oLin')).toMatchObject({ result: expect.anything() })
    expect(await call('echo', 'oLin')).toHaveProperty('result')
    expect(await call('echo')).toMatchObject({ errCode: -501023 })
    expect(await call('slow')).toMatchObject({ errCode: -501023 })
    expect(await call('slow', 'oLin')).toHaveProperty('result')
    await expect(sample.cloud.call('web', {}, { openid: 'oLin' })).rejects.toMatchObject({ errCode: -501023 })
    expect((await sample.cloud.call('web', {})).result).toBeDefined()
  })

  it.each([
    ['where', 'where().update()'],
    ['remove', 'where().remove()'],
    ['count', 'count()'],
    ['aggregate', 'aggregate()'],
  ])('%s inside a transaction, which would silently run outside, is refused', async (name, said) => {
    expect(await trap({ trap: name })).toContain(`${said} runs outside the transaction`)
    expect(await trap({ trap: name, ended: true })).toBeNull()
  })

  it('reading and changing by doc() inside a transaction is not', async () => {
    expect(await trap({ trap: 'get' })).toBeNull()
    expect(await trap({ trap: 'doc' })).toBeNull()
  })

  it('an answer of more than 1 MB is refused', async () => {
    expect(await trap({ size: 1024 * 1024 - 100 })).toBe('read')
    expect(await trap({ size: 1024 * 1024 + 1 })).toMatch(/LimitExceeded\.ResultSize/)
  })

  const database = (openid: string | undefined, action: string, more: object) =>
    post('/client/database', { action: `database.${action}`, ...more }, openid)
  const add = (collectionName: string, data: object, openid?: string) =>
    database(openid, 'insertDocument', { collectionName, data: [JSON.stringify(data)] })
  const list = (collectionName: string, openid?: string) =>
    database(openid, 'getDocument', { collectionName, queryType: 'WHERE', query: '{}', limit: 100 })
  const onDocument = (openid: string, action: string, id: string, more: object = {}) =>
    database(openid, action, { collectionName: 'notes', queryType: 'DOC', query: JSON.stringify({ _id: id }), ...more })
  const denied = { code: 'DATABASE_PERMISSION_DENIED' }

  it('a page reads what is public and writes nothing there; what is the administrator’s it does not even see', async () => {
    expect(await list('news', 'oLin')).toMatchObject({ data: { list: [] } })
    expect(await add('news', { a: 1 }, 'oLin')).toMatchObject(denied)
    expect(await list('secrets', 'oLin')).toMatchObject(denied)
    expect(await list('nowhere', 'oLin')).toMatchObject(denied)
    expect(await list('news')).toMatchObject(denied)
  })

  it('a page reads and changes what the same person added, one document at a time', async () => {
    expect(await add('notes', { _id: 'mine', n: 1 }, 'oLin')).toMatchObject({ data: { insertedIds: ['mine'] } })
    expect(await add('notes', { _id: 'hers', n: 1 }, 'oChen')).toMatchObject({ data: { insertedIds: ['hers'] } })
    expect((await list('notes', 'oLin')).data.list.map((text: string) => JSON.parse(text))).toEqual([
      { _id: 'mine', n: 1, _openid: 'oLin' },
    ])
    const change = { merge: true, data: JSON.stringify({ $set: { n: 2 } }) }
    expect(await onDocument('oLin', 'modifyDocument', 'mine', change)).toMatchObject({ data: { updated: 1 } })
    expect(await onDocument('oLin', 'modifyDocument', 'hers', change)).toMatchObject({ data: { updated: 0 } })
    expect(await onDocument('oLin', 'removeDocument', 'hers')).toMatchObject({ data: { deleted: 0 } })
    const all = { collectionName: 'notes', queryType: 'WHERE', query: '{}', multi: true }
    expect(await database('oLin', 'removeDocument', all)).toMatchObject(denied)
  })

  it('a page cannot take another’s document over, nor give itself another name', async () => {
    await add('notes', { _id: 'kept', n: 1 }, 'oChen')
    const replace = { merge: false, upsert: true, data: JSON.stringify({ n: 9 }) }
    expect(await onDocument('oLin', 'modifyDocument', 'kept', replace)).toMatchObject(denied)
    expect(await add('notes', { n: 1, _openid: 'oChen' }, 'oLin')).toMatchObject(denied)
    const rename = { merge: true, data: JSON.stringify({ $set: { _openid: 'oChen' } }) }
    expect(await onDocument('oChen', 'modifyDocument', 'kept', rename)).toMatchObject(denied)
    const sneaked = { collectionName: 'notes', stages: [{ stageKey: '$match', stageValue: '{}' }] }
    expect((await database('oLin', 'aggregateDocuments', sneaked)).data.list.join()).not.toContain('oChen')
  })

  it('a page gets 20 documents at most', async () => {
    for (let at = 0; at < 25; at++) await add('notes', { at }, 'oMany')
    expect((await list('notes', 'oMany')).data.list).toHaveLength(20)
  })
})
