import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalCloud } from '#localcloud/local-cloud'
import type { InputOf, OperationName, OutputOf } from '../../localcloud/page-api/operations'
import { startSampleCloud } from './sample-cloud'

let cloud: LocalCloud
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'localcloud-page-api-'))
  writeFileSync(join(folder, 'collections.json'), JSON.stringify({ collections }))
  writeFileSync(join(folder, 'rules.json'), '{"*": {"invoke": true}, "whoami": {"invoke": false}}')
  cloud = await startSampleCloud({
    collections: join(folder, 'collections.json'),
    functionRules: join(folder, 'rules.json'),
    data: join(folder, 'data'),
  })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true })
})
const collections = [
  {
    name: 'notes',
    access: 'none',
    indexes: [
      { name: 'by-writer', keys: ['writer'] },
      { name: 'one-title', keys: ['writer', 'title'], unique: true },
      { name: 'where', keys: ['place'], geo: true },
    ],
  },
]

interface Answer {
  status: number
  body: string
}

/** Plain node:http, so that every header is the test's. */
function ask(name: string, body: string, headers: Record<string, string> = {}, method = 'POST'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: cloud.port,
        method,
        path: `/_/api/${name}`,
        headers: { 'content-type': 'application/json', ...headers },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
async function call<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const { status, body } = await ask(name, JSON.stringify(input))
  if (status !== 200) throw new Error(`${status} ${JSON.parse(body).errMsg}`)
  return JSON.parse(body)
}
const add = (document: object) => call('documents.add', { collection: 'notes', document: JSON.stringify(document) })
const find = (filter: object, more: object = {}) =>
  call('documents.find', { collection: 'notes', filter: JSON.stringify(filter), offset: 0, limit: 20, ...more })

describe('only the page itself may ask', () => {
  const cases: [string, Record<string, string>, number][] = [
    ['a name that leads here (DNS rebinding)', { host: 'evil.example' }, 403],
    ['a page from elsewhere', { origin: 'https://evil.example' }, 403],
    ['a page in a sandbox', { origin: 'null' }, 403],
    ['a page of this machine on another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['a link or an image of another page', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of the same site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a request that needs no preflight', { 'content-type': 'text/plain' }, 415],
  ]
  it.each(cases)('%s is refused and changes nothing', async (_, headers, status) => {
    const before = cloud.clock.offset()
    const move = JSON.stringify({ how: 'by', ms: 5000 })
    expect((await ask('clock.move', move, headers)).status).toBe(status)
    expect((await ask('state.upload', move, headers)).status).toBe(status)
    expect(cloud.clock.offset()).toBe(before)
  })

  it('nothing is asked by GET', async () => {
    expect((await ask('pulse', '', {}, 'GET')).status).toBe(405)
  })

  it('the page and programs of this machine are answered', async () => {
    const own = { origin: `http://127.0.0.1:${cloud.port}`, host: `127.0.0.1:${cloud.port}` }
    expect((await ask('pulse', '{}', { ...own, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect((await ask('pulse', '{}')).status).toBe(200)
  })

  it.each(['nothing', 'constructor', '__proto__', ''])('there is no operation %j', async (name) => {
    expect((await ask(name, '{}')).status).toBe(404)
  })

  it('what is sent is checked, and the refusal names the field', async () => {
    const { status, body } = await ask('clock.move', '{"how":"by","ms":"much"}')
    expect([status, JSON.parse(body).errMsg]).toEqual([400, expect.stringContaining('input.ms')])
  })
})

describe('collections and documents', () => {
  it('are found by filter, in order, page by page, with the index that answered', async () => {
    for (const [title, pages] of [
      ['一', 3],
      ['二', 1],
      ['三', 2],
    ] as const)
      await add({ writer: 'lin', title, pages })
    expect(await find({ writer: 'lin', pages: { $gte: 2 } })).toMatchObject({ total: 2, index: 'by-writer' })
    expect(await find({ pages: 1 })).toMatchObject({ total: 1, index: null })
    const second = await find({}, { sort: { field: 'pages', direction: 1 }, offset: 1, limit: 1 })
    expect(second.total).toBe(3)
    expect(second.list.map((text) => JSON.parse(text).title)).toEqual(['三'])
    const listed = await call('collections.list', {})
    const notes = listed.find(({ name }) => name === 'notes')
    expect(notes).toMatchObject({ count: 3, access: 'none', bytes: expect.any(Number) })
    expect(notes?.indexes).toEqual([
      { name: 'by-writer', keys: ['writer'], unique: false, geo: false, entries: 1, uses: 2 },
      { name: 'one-title', keys: ['writer', 'title'], unique: true, geo: false, entries: 3, uses: 0 },
      { name: 'place', keys: ['place'], unique: false, geo: true, entries: null, uses: null },
    ])
  })

  it.each([
    [{ pages: { $greater: 1 } }, '$greater'],
    [{ $where: 'true' }, '$where'],
  ])('a filter that the database refuses says why: %j', async (filter, why) => {
    await expect(find(filter)).rejects.toThrow(why)
  })

  it('an unknown collection and a taken unique key are refused', async () => {
    await expect(call('documents.find', { collection: 'nowhere', filter: '{}', offset: 0, limit: 1 })).rejects.toThrow(
      'not exist',
    )
    await add({ _id: 'first', writer: 'gao', title: 'same' })
    await expect(add({ writer: 'gao', title: 'same' })).rejects.toThrow('E11000')
  })

  it('a document is replaced and removed only as it was read', async () => {
    await add({ _id: 'read', writer: 'ma', title: 'draft', at: { $date: '2026-09-08T02:00:00.000Z' } })
    const read = (await find({ _id: 'read' })).list[0] ?? ''
    const change = (document: object) =>
      call('documents.replace', { collection: 'notes', id: '"read"', read, document: JSON.stringify(document) })
    await change({ _id: 'read', writer: 'ma', title: 'done' })
    expect(JSON.parse((await find({ _id: 'read' })).list[0] ?? '')).toEqual({
      _id: 'read',
      writer: 'ma',
      title: 'done',
    })
    // Somebody else, who read it before, loses the race.
    await expect(change({ title: 'late' })).rejects.toThrow('409 the document has been changed meanwhile')
    const remove = (text: string) => call('documents.remove', { collection: 'notes', id: '"read"', read: text })
    await expect(remove(read)).rejects.toThrow('409')
    const now = (await find({ _id: 'read' })).list[0] ?? ''
    await remove(now)
    await expect(remove(now)).rejects.toThrow('409 the document has been removed meanwhile')
  })

  it('of two changes at once one wins and the other is told', async () => {
    await add({ _id: 'raced', writer: 'he', title: 'raced', n: 0 })
    const read = (await find({ _id: 'raced' })).list[0] ?? ''
    const change = (n: number) =>
      call('documents.replace', { collection: 'notes', id: '"raced"', read, document: JSON.stringify({ n }) })
    const outcomes = await Promise.allSettled([change(1), change(2)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('a change that breaks an index is refused and leaves the document', async () => {
    await add({ _id: 'second', writer: 'gao', title: 'other' })
    const read = (await find({ _id: 'second' })).list[0] ?? ''
    const document = JSON.stringify({ writer: 'gao', title: 'same' })
    await expect(call('documents.replace', { collection: 'notes', id: '"second"', read, document })).rejects.toThrow(
      'E11000',
    )
    expect((await find({ _id: 'second' })).list[0]).toBe(read)
  })

  it('a collection that nothing declares can be added', async () => {
    await call('collections.add', { name: 'extra' })
    expect(await call('collections.list', {})).toContainEqual(
      expect.objectContaining({ name: 'extra', access: null, count: 0 }),
    )
    await expect(call('collections.add', { name: 'extra' })).rejects.toThrow('Table exist')
  })
})

describe('functions and calls', () => {
  it('a call is kept with its event, result, lines and operations, is found, and runs again as the same person', async () => {
    const person = { openid: 'oLin', unionid: 'uLin' }
    const data = { operations: 2, action: 'count-notes' }
    const outcome = await call('functions.call', { name: 'counting', data, person, asPage: true })
    expect(outcome).toMatchObject({ ok: true, result: '2', databaseOperations: 2 })
    const kept = await call('calls.read', { requestId: outcome.requestId })
    expect(kept).toMatchObject({ function: 'counting', openid: 'oLin', result: '2', identity: person })
    expect(JSON.parse(kept.event ?? '')).toMatchObject({ ...data, userInfo: { openId: 'oLin' } })
    const listed = await call('calls.list', { text: 'COUNT-NOTES', offset: 0, limit: 10 })
    expect(listed.calls).toMatchObject([{ requestId: outcome.requestId, operation: 'count-notes', ok: true }])
    expect(listed.calls[0]).not.toHaveProperty('event')
    const again = await call('calls.again', { requestId: outcome.requestId })
    expect(again).toMatchObject({ ok: true, databaseOperations: 2 })
    expect((await call('calls.read', { requestId: again.requestId })).event).toBe(kept.event)
    expect((await call('calls.list', { text: 'count-notes', offset: 0, limit: 1 })).total).toBe(2)
  })

  it('calls are filtered by function, outcome and duration; a failure is an outcome', async () => {
    const failed = await call('functions.call', {
      name: 'failing',
      data: { way: 'error' },
      person: {},
      asPage: false,
    })
    expect(failed).toMatchObject({ ok: false, errCode: -504002, errMsg: expect.stringContaining('余额不足') })
    const list = (filter: object) => call('calls.list', { offset: 0, limit: 50, ...filter })
    expect((await list({ function: 'failing', outcome: 'failed' })).calls).toMatchObject([
      { requestId: failed.requestId, lines: 1 },
    ])
    expect((await list({ function: 'failing', outcome: 'ok' })).total).toBe(0)
    expect((await list({ fromMs: 1e9 })).total).toBe(0)
    const functions = await call('functions.list', {})
    expect(functions.find(({ name }) => name === 'failing')).toMatchObject({
      timeoutMs: 20_000,
      openToPages: true,
      calls: 1,
      failures: 1,
      lastError: { requestId: failed.requestId },
    })
  })

  it('the security rules bind a call as a page, not one past them', async () => {
    const ask = (asPage: boolean) =>
      call('functions.call', { name: 'whoami', data: {}, person: { openid: 'oLin' }, asPage })
    expect(await ask(true)).toMatchObject({ ok: false, errCode: -501023 })
    expect(await ask(false)).toMatchObject({ ok: true })
    const functions = await call('functions.list', {})
    expect(functions.find(({ name }) => name === 'whoami')).toMatchObject({ openToPages: false })
  })

  it('a call that is not kept any more, and an event too long to keep, are refused', async () => {
    await expect(call('calls.read', { requestId: 'gone' })).rejects.toThrow('404')
    const long = await call('functions.call', {
      name: 'echo',
      data: { text: 'x'.repeat(70_000) },
      person: {},
      asPage: false,
    })
    expect(await call('calls.read', { requestId: long.requestId })).not.toHaveProperty('event')
    await expect(call('calls.again', { requestId: long.requestId })).rejects.toThrow('409')
  })

  it('timers are listed with their last run, and run now', async () => {
    const ran = await call('timers.run', { function: 'scheduled', name: 'nightly' })
    expect(ran).toMatchObject({ ok: true, result: '"nightly"' })
    expect(await call('timers.list', {})).toMatchObject([
      { name: 'hourly', config: '0 0 * * * * *' },
      { name: 'nightly', nextAt: expect.any(Number), last: { requestId: ran.requestId, ok: true } },
    ])
    expect(await call('timers.run', { function: 'scheduled', name: 'weekly' })).toMatchObject({ ok: false })
  })

  it('HTTP: text and bytes, a query in the path, headers, a function that fails', async () => {
    const send = (path: string) =>
      call('http.send', { function: 'web', method: 'POST', path, headers: { 'X-Key': 'k' }, body: '{"a":1}' })
    expect(await send('/created')).toMatchObject({ ok: true, status: 201, isText: true, body: '<b>已创建</b>' })
    expect(await send('/bytes')).toMatchObject({ ok: true, status: 200, isText: false, body: 'iVBORw==' })
    const echoed = await send('/other?b=2')
    expect(JSON.parse('body' in echoed ? echoed.body : '')).toMatchObject({
      path: '/other',
      httpMethod: 'POST',
      headers: { 'x-key': 'k' },
      queryStringParameters: { b: '2' },
      body: '{"a":1}',
    })
    expect(await send('/fails')).toMatchObject({ ok: false, errMsg: expect.stringContaining('web failed') })
  })

  it('a push arrives as the message itself, from its sender', async () => {
    const sent = await call('push.send', { function: 'pushed', message: { FromUserName: 'oHe', MsgType: 'event' } })
    expect(JSON.parse('result' in sent ? sent.result : '')).toMatchObject({ openid: 'oHe', source: 'wx_unknown' })
  })
})

describe('messages and codes', () => {
  it('what was sent, with its picture; acceptances; codes; risky words', async () => {
    const parameters = { scene: 'b=7', page: 'pages/index' }
    await cloud.call('openapi', { api: 'wxacode.getUnlimited', parameters })
    const [sent] = await call('sent.list', { api: 'wxacode.getUnlimited', limit: 10 })
    expect(sent).toMatchObject({ function: 'openapi', parameters, errcode: 0 })
    expect((await call('wxacode.draw', { parameters })).url).toMatch(/^data:image\/png;base64,iVBOR/)
    expect(await call('wxacode.draw', { parameters: { scene: '' } })).toEqual({ url: null })
    expect(await call('acceptances.add', { openid: 'oLin', templateId: 't1', count: 2 })).toEqual({ left: 2 })
    expect(await call('acceptances.list', {})).toEqual([{ openid: 'oLin', templateId: 't1', left: 2 }])
    const { code } = await call('codes.issue', { phone: '13800001111' })
    expect((await call('codes.list', {})).phoneCodes).toMatchObject([{ code, phone: '13800001111' }])
    expect(await call('words.set', { words: ['骗', ''] })).toEqual({ words: ['骗'] })
    expect(await call('risk.set', { openid: 'oLin', rank: 3 })).toEqual([{ openid: 'oLin', rank: 3 }])
  })

  it('codes that functions wrote into their log instead of sending them', async () => {
    await call('functions.call', { name: 'failing', data: { way: '验证码：482913' }, person: {}, asPage: false })
    expect((await call('codes.list', {})).logged).toMatchObject([{ function: 'failing', code: '482913' }])
  })
})

describe('clock and faults', () => {
  it('the clock goes to an instant, by some time, and back', async () => {
    expect((await call('clock.move', { how: 'to', at: 1_800_000_000_000 })).now).toBeGreaterThanOrEqual(
      1_800_000_000_000,
    )
    const { offsetMs } = await call('pulse', {})
    expect((await call('clock.move', { how: 'by', ms: 3_600_000 })).offsetMs).toBe(offsetMs + 3_600_000)
    expect(await call('clock.move', { how: 'back' })).toMatchObject({ offsetMs: 0 })
    await expect(call('clock.move', { how: 'to', at: 9e15 })).rejects.toThrow('400')
  })

  it('faults are added and removed one by one, the others go on counting, and each strike is told', async () => {
    const fault = { kind: 'error', code: 'SYS_ERR' } as const
    await call('faults.add', { action: 'database.*', function: 'counting', after: 1, times: 1, fault })
    await call('faults.add', { action: 'storage.*', fault: { kind: 'latency', ms: 1 } })
    const count = () => call('functions.call', { name: 'counting', data: { operations: 1 }, person: {}, asPage: false })
    // The first is let through, the second struck, the third is one too many for `times`.
    expect([(await count()).ok, (await count()).ok, (await count()).ok]).toEqual([true, false, true])
    await expect(call('faults.remove', { at: 0, action: 'storage.*' })).rejects.toThrow('409')
    const left = await call('faults.remove', { at: 1, action: 'storage.*' })
    expect(left.faults).toMatchObject([{ action: 'database.*', strikes: 1 }])
    expect(left.struck).toMatchObject([{ action: 'database.calculateDocument', function: 'counting', fault }])
    expect(await call('faults.set', { seed: 4, faults: [] })).toMatchObject({ seed: 4, faults: [] })
  })

  it('the pulse tells which parts have moved on', async () => {
    const before = await call('pulse', {})
    await add({ writer: 'pulse', title: 'one' })
    const after = await call('pulse', {})
    expect(after.revisions).toEqual({ ...before.revisions, documents: before.revisions.documents + 1 })
  })

  it('the SDK’s actions are timed', async () => {
    await cloud.call('counting', { operations: 1 })
    const { actions, transactions } = await call('load', {})
    const counted = actions.find(({ action }) => action === 'database.calculateDocument')
    expect(counted?.count).toBeGreaterThan(0)
    expect(counted?.longestMs).toBeGreaterThanOrEqual(counted?.meanMs ?? Number.NaN)
    expect(transactions).toEqual([])
  })
})

describe('the whole state', () => {
  const upload = async (content: string) => {
    const { status, body } = await ask('state.upload', content, { 'content-type': 'application/x-ndjson' })
    return { status, answer: JSON.parse(body) }
  }

  it('is replaced by a file, and what was there before is kept in a file that brings it back', async () => {
    await add({ _id: 'before', writer: 'state', title: 'before' })
    const exported = await (await fetch(`${cloud.url}/_/export`)).text()
    const held = await call('state.summary', {})
    await add({ _id: 'after', writer: 'state', title: 'after' })
    cloud.clock.advance(60_000)
    const { answer } = await upload(exported)
    expect(answer.holds).toEqual(held)
    expect((await find({ _id: 'after' })).total).toBe(1)
    const { kept } = await call('state.replace', { upload: answer.upload })
    expect(await call('state.summary', {})).toEqual(held)
    expect((await find({ _id: 'after' })).total).toBe(0)
    const back = await upload(readFileSync(kept, 'utf8'))
    await call('state.replace', { upload: back.answer.upload })
    expect((await find({ _id: 'after' })).total).toBe(1)
    await expect(call('state.replace', { upload: back.answer.upload })).rejects.toThrow('404')
  })

  it('an unsound file is refused before anything is replaced, and names the line', async () => {
    const { status, answer } = await upload('{"localcloud":1,"clockOffsetMs":0}\n{"hello":1}\n')
    expect([status, answer.errMsg]).toEqual([400, expect.stringContaining('line 2')])
  })

  it('a file that breaks an index changes nothing in the end', async () => {
    const before = await (await fetch(`${cloud.url}/_/export`)).text()
    const twins = ['{"_id":"1","writer":"w","title":"t"}', '{"_id":"2","writer":"w","title":"t"}']
    const { answer } = await upload(
      `{"localcloud":1,"clockOffsetMs":0}\n${JSON.stringify({ collection: 'notes', documents: twins })}\n`,
    )
    await expect(call('state.replace', { upload: answer.upload })).rejects.toThrow(/E11000.*as it was before/)
    expect(await (await fetch(`${cloud.url}/_/export`)).text()).toBe(before)
  })
})
