import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#localcloud/database/database'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const rounds = 20
const clients = 12
const child = new URL('./database-child.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'database-kill-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What the killed process has acknowledged. */
const acknowledged = { entries: new Set<string>(), pushed: new Set<string>(), committed: new Set<string>() }

/** A process that has begun to load; it opens the database when told to. */
const load = () => spawn(process.execPath, ['--import', 'tsx', child, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
type Loaded = ReturnType<typeof load>

async function open(loaded: Loaded): Promise<string> {
  loaded.stdin.write('open\n')
  const [line] = await once(loaded.stdout, 'data')
  return String(line).trim()
}

type Reply = { data?: Record<string, unknown>; transactionId?: string; code?: string; message?: string }

async function ask(url: string, action: string, parameters: object): Promise<Reply> {
  const answer = await fetch(url, {
    method: 'POST',
    body: JSON.stringify({ action: `database.${action}`, ...parameters }),
  })
  const reply: Reply = await answer.json()
  if (reply.code) throw new Error(reply.message)
  return reply
}

const hot = { collectionName: 'entries', queryType: 'DOC', query: '{"_id":"hot"}', merge: true }

/** Adds, pushes to one hot document, and commits pairs in transactions, until the server is gone. */
async function work(url: string, name: string, alive: () => boolean): Promise<void> {
  for (let at = 0; alive(); at++) {
    const id = `${name}-${at}`
    try {
      await ask(url, 'insertDocument', {
        collectionName: 'entries',
        data: [JSON.stringify({ _id: id, text: 'x'.repeat(300) })],
      })
      acknowledged.entries.add(id)
      await ask(url, 'modifyDocument', {
        ...hot,
        data: JSON.stringify({ $push: { list: { $each: [id] } }, $inc: { n: 1 } }),
      })
      acknowledged.pushed.add(id)
      const { transactionId } = await ask(url, 'startTransaction', {})
      for (const side of ['left', 'right']) {
        await ask(url, 'insertDocument', {
          collectionName: 'pairs',
          transactionId,
          data: [JSON.stringify({ tag: id, side })],
        })
      }
      await ask(url, 'commitTransaction', { transactionId })
      acknowledged.committed.add(id)
    } catch (failure) {
      if (alive()) throw failure
    }
  }
}

async function inspect() {
  const database = await openDatabase({ folder, declaration: { collections: [] }, now: Date.now })
  const read = async (collectionName: string): Promise<Record<string, unknown>[]> => {
    const all: Record<string, unknown>[] = []
    for (let offset = 0; ; offset += 1000) {
      const reply = await database.handle({
        action: 'database.getDocument',
        collectionName,
        queryType: 'WHERE',
        limit: 1000,
        offset,
      })
      const page = 'data' in reply ? JSON.parse(JSON.stringify(reply.data)).list : []
      all.push(...page.map((text: string) => JSON.parse(text)))
      if (page.length < 1000) return all
    }
  }
  const found = { entries: await read('entries'), pairs: await read('pairs') }
  await database.close()
  return found
}

describe(`kill -9 under load (SEED=${seed})`, () => {
  it('no acknowledged write is lost, and each transaction is there whole or not at all', async () => {
    let random = seed
    let next = load()
    for (let round = 0; round < rounds; round++) {
      const server = next
      const url = await open(server)
      next = load()
      if (round === 0)
        await ask(url, 'insertDocument', { collectionName: 'entries', data: ['{"_id":"hot","n":0,"list":[]}'] })
      let running = true
      const working = Array.from({ length: clients }, (_, number) => work(url, `${round}-${number}`, () => running))
      random = (Math.imul(random, 1103515245) + 12345) >>> 0
      const enough = acknowledged.pushed.size + 20 + (random % 60)
      while (acknowledged.pushed.size < enough) await pause(2)
      running = false
      server.kill('SIGKILL')
      await once(server, 'exit')
      await Promise.all(working)

      const { entries, pairs } = await inspect()
      const ids = new Set(entries.map(({ _id }) => _id))
      expect([...acknowledged.entries].filter((id) => !ids.has(id))).toEqual([])
      const { list, n } = entries.find(({ _id }) => _id === 'hot') ?? {}
      const pushed = new Set(Array.isArray(list) ? list : [])
      expect([...acknowledged.pushed].filter((id) => !pushed.has(id))).toEqual([])
      expect(n).toBe(pushed.size)
      const sides = new Map<unknown, number>()
      for (const { tag } of pairs) sides.set(tag, (sides.get(tag) ?? 0) + 1)
      expect([...sides].filter(([, count]) => count !== 2)).toEqual([])
      expect([...acknowledged.committed].filter((id) => !sides.has(id))).toEqual([])
    }
    next.kill('SIGKILL')
    console.log(
      `SEED=${seed}: ${acknowledged.entries.size} adds, ${acknowledged.pushed.size} pushes, ${acknowledged.committed.size} commits kept`,
    )
    expect(acknowledged.committed.size).toBeGreaterThan(rounds)
  }, 120_000)
})
