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

  it('a search inside a transaction, which WeChat does not have, is refused', async () => {
    expect(await trap({ trap: 'get' })).toContain('where().get() is not for transactions')
    expect(await trap({ trap: 'get', ended: true })).toBeNull()
  })

  it('reading and changing by doc() inside a transaction is not', async () => {
    expect(await trap({ trap: 'read' })).toBeNull()
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

  it.each([
    ['a condition that closes its bracket', '{}],"$or":[{}'],
    ['a name written in escapes', '{"\\u005fopenid":{"$exists":true}}'],
    ['a condition that is always true', '{"$expr":true}'],
    ['the negation of oneself', '{"$nor":[{"_openid":"oLin"}]}'],
    ['an error that would tell', '{"$expr":{"$divide":[1,"$n0"]}}'],
  ])('%s shows nothing of another person', async (_, query) => {
    await add('notes', { _id: 'guarded', n0: 0 }, 'oChen')
    const asked = { collectionName: 'notes', queryType: 'WHERE', query }
    expect(JSON.stringify(await database('oLin', 'getDocument', asked))).not.toMatch(/oChen|divide/)
    expect((await database('oNobody', 'calculateDocument', { ...asked, query: '{}' })).data).toEqual({ total: 0 })
  })

  it('a condition may be an object; one that is none is refused', async () => {
    await add('notes', { _id: 'first', n: 1 }, 'oFew')
    await add('notes', { _id: 'second', n: 2 }, 'oFew')
    expect(await onDocument('oFew', 'removeDocument', '', { query: { _id: 'second' } })).toMatchObject({
      data: { deleted: 1 },
    })
    const broken = { collectionName: 'notes', queryType: 'DOC', query: '[]' }
    expect(await database('oFew', 'removeDocument', broken)).toMatchObject({ code: 'INVALID_PARAM' })
    expect((await list('notes', 'oFew')).data.list).toHaveLength(1)
  })

  const joinSecrets = { from: 'secrets', pipeline: [], as: 'seen' }
  const graph = { from: 'notes', startWith: 'kept', connectFromField: 'n', connectToField: '_id', as: 'seen' }
  it.each([
    ['$lookup', joinSecrets],
    ['$lookup', { from: 'notes', localField: 'x', foreignField: 'x', as: 'seen' }],
    ['$graphLookup', graph],
    ['$facet', { all: [{ $lookup: joinSecrets }] }],
    ['$facet', { all: [{ $graphLookup: graph }] }],
  ])('a page joins no collection by %s, with or without documents to join to', async (stageKey, value) => {
    await add('notes', { n: 'kept' }, 'oJoin')
    const asked = { collectionName: 'notes', stages: [{ stageKey, stageValue: JSON.stringify(value) }] }
    expect(await database('oJoin', 'aggregateDocuments', asked)).toMatchObject(denied)
    expect(await database('oNobody', 'aggregateDocuments', asked)).toMatchObject(denied)
    expect(await database('oJoin', 'aggregateDocuments', { ...asked, collectionName: 'news' })).toMatchObject(denied)
  })

  it.each([
    ['escaped', '{"$set":{"\\u005fopenid":"oChen"}}'],
    ['kept the same', '{"$set":{"_openid":"oGiver","n":2}}'],
    ['renamed to', '{"$rename":{"heir":"_openid"}}'],
    ['renamed away', '{"$rename":{"_openid":"was"}}'],
    ['removed', '{"$unset":{"_openid":""}}'],
    ['a path within', '{"$set":{"_openid.of":"oChen"}}'],
    ['the greater of two', '{"$max":{"_openid":"zzz"}}'],
    ['ignored', '{"$setOnInsert":{"_openid":"oChen"}}'],
    ['sent as an object', { $set: { _openid: 'oChen' } }],
  ])('a page does not touch who owns its document: %s', async (_, data) => {
    await add('notes', { _id: 'owned', heir: 'oChen' }, 'oGiver')
    expect(await onDocument('oGiver', 'modifyDocument', 'owned', { merge: true, data })).toMatchObject(denied)
    expect((await list('notes', 'oGiver')).data.list).toEqual(['{"_id":"owned","heir":"oChen","_openid":"oGiver"}'])
  })

  it.each(['{"\\u005fopenid":"oChen"}', '{"_openid":"oGiver"}'])('nor names it in a document: %s', async (data) => {
    expect(await database('oGiver', 'insertDocument', { collectionName: 'notes', data: [data] })).toMatchObject(denied)
    const replace = { merge: false, upsert: true, data }
    expect(await onDocument('oGiver', 'modifyDocument', 'new', replace)).toMatchObject(denied)
    expect(await onDocument('oGiver', 'modifyDocument', 'owned', replace)).toMatchObject(denied)
  })

  it('a page changes one document only, whatever it says, and adds none that is no object', async () => {
    await add('notes', { _id: 'one' }, 'oTwo')
    await add('notes', { _id: 'two' }, 'oTwo')
    const all = { collectionName: 'notes', queryType: 'DOC', query: '{}', multi: true }
    const change = { ...all, merge: true, data: '{"$set":{"n":2}}' }
    expect(await database('oTwo', 'modifyDocument', change)).toMatchObject({ data: { updated: 1 } })
    expect(await database('oTwo', 'removeDocument', all)).toMatchObject({ data: { deleted: 1 } })
    for (const data of ['[]', '{"$date":0}', 'null', '{', '{"__proto__":{"_openid":"oChen"}}']) {
      expect(await database('oTwo', 'insertDocument', { collectionName: 'notes', data: [data] })).toHaveProperty('code')
    }
    const added = { collectionName: 'notes', data: ['{ }', { at: { $tcb_server_date: { offset: 0 } } }] }
    expect((await database('oTwo', 'insertDocument', added)).data.insertedIds).toHaveLength(2)
    expect((await list('notes', 'oTwo')).data.list.join()).toMatch(/"at":\{"\$date"/)
  })

  it('adding under another’s _id tells no more than replacing it', async () => {
    await add('notes', { _id: 'taken', n: 1 }, 'oChen')
    expect(await add('notes', { _id: 'taken' }, 'oLin')).toMatchObject(denied)
    expect((await add('notes', { _id: 'taken' }, 'oChen')).message).toContain('E11000')
  })

  it('a page gets 20 documents at most', async () => {
    for (let at = 0; at < 25; at++) await add('notes', { at }, 'oMany')
    expect((await list('notes', 'oMany')).data.list).toHaveLength(20)
  })
})
