import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#localcloud/database/database'
import { declared, serveDatabase } from './sdk'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const accounts = 4
const processes = 4
const transactionsEach = 40
const initialFen = 1000
const client = fileURLToPath(new URL('./history-client.mjs', import.meta.url))

const Ended = v.object({
  name: v.string(),
  outcome: v.picklist(['committed', 'rolled back', 'conflict']),
  reads: v.array(v.object({ id: v.string(), stamp: v.string(), fen: v.number() })),
  writes: v.array(v.object({ id: v.string(), over: v.string() })),
})
type Ended = v.InferOutput<typeof Ended>

describe(`the history of transactions from ${processes} processes (SEED=${seed})`, () => {
  const final = new Map<string, { fen: number; stamp: string }>()
  const history: Ended[] = []
  let transfers = 0
  let close = async () => {}

  beforeAll(async () => {
    const database = await openDatabase({
      folder: ':memory:',
      declaration: { collections: [declared('accounts'), declared('transfers')] },
      now: Date.now,
    })
    const server = await serveDatabase(database)
    close = async () => {
      await server.close()
      await database.close()
    }
    const ask = (request: object) => database.handle({ action: '', collectionName: 'accounts', ...request })
    const data = Array.from({ length: accounts }, (_, at) =>
      JSON.stringify({ _id: `account${at}`, fen: initialFen, stamp: 'initial' }),
    )
    await ask({ action: 'database.insertDocument', data })
    const env = {
      ...process.env,
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: server.url }),
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: 'local',
      TCB_ENV: 'local',
      TENCENTCLOUD_SECRETID: 'id',
      TENCENTCLOUD_SECRETKEY: 'key',
      SILENCE: 'true',
    }
    const run = promisify(execFile)
    const outputs = await Promise.all(
      Array.from({ length: processes }, (_, at) =>
        run(process.execPath, [client, `p${at}`, `${seed + at}`, `${transactionsEach}`, `${accounts}`], { env }),
      ),
    )
    for (const { stdout } of outputs) {
      for (const line of stdout.trim().split('\n'))
        history.push(v.parse(v.pipe(v.string(), v.parseJson(), Ended), line))
    }
    const listed = async (collectionName: string) => {
      const reply = await ask({ action: 'database.getDocument', queryType: 'WHERE', collectionName, limit: 1000 })
      return v.parse(v.object({ data: v.object({ list: v.array(v.string()) }) }), reply).data.list
    }
    const Account = v.pipe(v.string(), v.parseJson(), v.object({ _id: v.string(), fen: v.number(), stamp: v.string() }))
    for (const text of await listed('accounts')) {
      const { _id, fen, stamp } = v.parse(Account, text)
      final.set(_id, { fen, stamp })
    }
    transfers = (await listed('transfers')).length
  }, 60_000)
  afterAll(() => close())

  const committed = () => history.filter(({ outcome }) => outcome === 'committed')

  it('all ended, many of them against each other', () => {
    expect(history).toHaveLength(processes * transactionsEach)
    expect(history.filter(({ outcome }) => outcome === 'conflict').length).toBeGreaterThan(0)
    expect(committed().length).toBeGreaterThan(0)
  })

  it('no dirty read: what was read was there from the beginning or written by a commit', () => {
    const written = new Set(['initial', ...committed().map(({ name }) => name)])
    for (const { name, reads } of history) {
      for (const { stamp } of reads) expect(stamp === name || written.has(stamp), `${name} read ${stamp}`).toBe(true)
    }
  })

  it('no unrepeatable read: a transaction reads the same until it writes', () => {
    for (const { name, reads } of history) {
      const first = new Map<string, string>()
      for (const { id, stamp } of reads) {
        if (stamp === name) continue
        expect(first.get(id) ?? stamp, `${name} reading ${id}`).toBe(stamp)
        first.set(id, stamp)
      }
    }
  })

  it('a snapshot: all accounts as one transaction sees them at first have the whole sum', () => {
    for (const { name, reads } of history) {
      const all = reads.slice(0, accounts)
      if (all.length < accounts) continue
      expect(
        all.reduce((sum, { fen }) => sum + fen, 0),
        name,
      ).toBe(accounts * initialFen)
    }
  })

  it('no lost update: every version is written over once, and the last ones are what is there now', () => {
    const over = new Map<string, string>()
    for (const { name, writes } of committed()) {
      for (const { id, over: before } of writes) {
        const version = `${id} of ${before}`
        expect(over.get(version), `${version} was written over by ${name} too`).toBeUndefined()
        over.set(version, name)
      }
    }
    for (const [id, { stamp }] of final) {
      let last = 'initial'
      for (let next = over.get(`${id} of ${last}`); next; next = over.get(`${id} of ${last}`)) last = next
      expect(stamp, id).toBe(last)
    }
  })

  it('the sum of the accounts is kept, and each committed transfer is noted once', () => {
    expect([...final.values()].reduce((sum, { fen }) => sum + fen, 0)).toBe(accounts * initialFen)
    expect(transfers).toBe(committed().filter(({ writes }) => writes.length > 0).length)
  })
})
