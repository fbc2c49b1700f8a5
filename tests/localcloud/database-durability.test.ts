import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AdminReply, type Database, openDatabase } from '#localcloud/database/database'
import { type DatabaseFile, openDatabaseFile, type Row } from '#localcloud/database/database-file'
import { declared } from './sdk'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const declaration = { collections: [declared('c', ['k', ['k'], 'unique'])] }
const open = (file?: DatabaseFile): Promise<Database> => openDatabase({ folder, declaration, now: () => 0, file })
const path = () => join(folder, 'database.sqlite')

const add = (database: Database, fields: Record<string, unknown>, transactionId?: string) =>
  database.handle({
    action: 'database.insertDocument',
    collectionName: 'c',
    data: [JSON.stringify(fields)],
    transactionId,
  })
const update = (database: Database, id: string, change: object) =>
  database.handle({
    action: 'database.modifyDocument',
    collectionName: 'c',
    queryType: 'DOC',
    query: JSON.stringify({ _id: id }),
    data: JSON.stringify(change),
    merge: true,
  })
const get = (database: Database, id: string) =>
  database.handle({
    action: 'database.getDocument',
    collectionName: 'c',
    queryType: 'DOC',
    query: JSON.stringify({ _id: id }),
  })
const remove = (database: Database, id: string) =>
  database.handle({
    action: 'database.removeDocument',
    collectionName: 'c',
    queryType: 'DOC',
    query: JSON.stringify({ _id: id }),
  })
const list = async (database: Database) =>
  dataOf(await database.handle({ action: 'database.getDocument', collectionName: 'c', queryType: 'WHERE' }))

const dataOf = (reply: AdminReply): unknown => {
  if ('code' in reply) throw new Error(reply.message)
  return reply.data
}

describe('what is on disk', () => {
  it('everything is there again after a restart, in the same order, under the same indexes', async () => {
    const first = await open()
    await first.handle({ action: 'database.addCollection', collectionName: 'undeclared' })
    for (const id of ['z', 'a', 'm']) await add(first, { _id: id, k: id, at: { $date: { $numberLong: '5' } } })
    await update(first, 'z', { $inc: { n: 1 } })
    await remove(first, 'a')
    await add(first, { _id: 'a', k: 'a2' })
    const before = await list(first)
    await first.close()

    const second = await open()
    expect(await list(second)).toEqual(before)
    expect(before).toEqual({
      list: [
        '{"_id":"z","k":"z","at":{"$date":{"$numberLong":"5"}},"n":1}',
        '{"_id":"m","k":"m","at":{"$date":{"$numberLong":"5"}}}',
        '{"_id":"a","k":"a2"}',
      ],
    })
    expect(second.collections()).toContainEqual({ name: 'undeclared', count: 0 })
    expect(await add(second, { _id: 'q', k: 'm' })).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    await add(second, { _id: 'last', k: 'last' })
    await second.close()
    const third = await open()
    expect(third.collections()).toContainEqual({ name: 'c', count: 4 })
    await third.close()
  })

  it('a second process (or opening) is refused while the file is in use', async () => {
    const first = await open()
    await expect(open()).rejects.toThrow('is in use by another process')
    await add(first, { _id: 'a' })
    await first.close()
    await (await open()).close()
  })

  it.each([
    ['rubbish', () => Buffer.from('this was a database once. '.repeat(400))],
    ['a page overwritten in the middle', (bytes: Buffer) => bytes.fill(0x41, 4096 * 2, 4096 * 2 + 4000)],
  ])('a damaged file (%s) is named, explained and left as it is', async (_name, damage) => {
    const first = await open()
    for (let at = 0; at < 200; at++) await add(first, { _id: `d${at}`, k: at, text: 'x'.repeat(200) })
    await first.close()
    const damaged = damage(readFileSync(path()))
    writeFileSync(path(), damaged)
    await expect(open()).rejects.toThrow(
      /database\.sqlite cannot be read and may be damaged \(.+\)\. It was left untouched/,
    )
    expect(readFileSync(path()).equals(damaged)).toBe(true)
  })
})

describe('what is unreadable', () => {
  it('a row that is no document is named at the start', async () => {
    const file = await openDatabaseFile(folder)
    await file.commit([{ position: 7, collection: 'c', text: '{"_id":' }], [])
    await expect(open(file)).rejects.toThrow('document 7 of c is unreadable; the file was left untouched')
  })
})

/** A file whose commits are written down, and can be refused. */
function watched(file: DatabaseFile) {
  const commits: Row[][] = []
  const refusals: Error[] = []
  const watching: DatabaseFile = {
    collections: () => file.collections(),
    rows: () => file.rows(),
    close: () => file.close(),
    commit: async (rows, collections) => {
      const refusal = refusals.shift()
      if (refusal) throw refusal
      await file.commit(rows, collections)
      commits.push(rows)
    },
  }
  return { watching, commits, refusals }
}

describe('group commit', () => {
  it('an answer comes only after the commit of what it tells, be it a write, a read or a refusal', async () => {
    const { watching, commits } = watched(await openDatabaseFile(folder))
    const database = await open(watching)
    const answers = [
      add(database, { _id: 'a', k: 1 }),
      get(database, 'a'),
      list(database),
      add(database, { _id: 'b', k: 1 }),
      update(database, 'a', { $set: { k: 2 } }),
      database.handle({ action: 'database.calculateDocument', collectionName: 'c' }),
    ].map((reply) => reply.then(() => commits.length))
    expect(commits).toHaveLength(0)
    expect(await Promise.all(answers)).toEqual([1, 1, 1, 1, 1, 1])
    await database.close()
  })

  it('all writes of one turn are one SQLite transaction, a document written twice one row', async () => {
    const { watching, commits } = watched(await openDatabaseFile(folder))
    const database = await open(watching)
    await Promise.all([
      add(database, { _id: 'a', k: 1 }),
      add(database, { _id: 'b', k: 2 }),
      update(database, 'a', { $set: { k: 3 } }),
    ])
    expect(commits.map((rows) => rows.map(({ text }) => text))).toEqual([['{"_id":"a","k":3}', '{"_id":"b","k":2}']])
    await database.close()
  })

  it('the writes of a transaction go to disk together at its commit, and not before', async () => {
    const { watching, commits } = watched(await openDatabaseFile(folder))
    const database = await open(watching)
    const started = await database.handle({ action: 'database.startTransaction' })
    const transactionId = 'transactionId' in started ? started.transactionId : undefined
    await add(database, { _id: 'a', k: 1 }, transactionId)
    await add(database, { _id: 'b', k: 2 }, transactionId)
    expect(commits).toHaveLength(0)
    await database.handle({ action: 'database.commitTransaction', transactionId })
    expect(commits.map((rows) => rows.length)).toEqual([2])
    await database.close()
  })

  it('a read of what is long on disk does not wait for the writes of others', async () => {
    const { watching, commits } = watched(await openDatabaseFile(folder))
    const database = await open(watching)
    await add(database, { _id: 'old', k: 1 })
    const writing = add(database, { _id: 'new', k: 2 })
    await get(database, 'old')
    expect(commits).toHaveLength(1)
    await writing
    await database.close()
  })
})

describe('while the disk is busy', () => {
  it('what is on disk is read, and all that is written meanwhile goes in the next commit', async () => {
    const file = await openDatabaseFile(folder)
    const { watching, commits } = watched(file)
    const database = await open(watching)
    await add(database, { _id: 'old', k: 1 })
    let release = (): void => undefined
    const busy = new Promise<void>((resolve) => {
      release = resolve
    })
    const { commit } = watching
    watching.commit = async (rows, collections) => {
      await busy
      await commit(rows, collections)
    }
    const first = add(database, { _id: 'first', k: 2 })
    await new Promise((resolve) => setImmediate(resolve))
    const second = add(database, { _id: 'second', k: 3 })
    await new Promise((resolve) => setImmediate(resolve))
    const third = add(database, { _id: 'third', k: 4 })
    expect(dataOf(await get(database, 'old'))).toEqual({ list: ['{"_id":"old","k":1}'] })
    expect(commits).toHaveLength(1)
    release()
    await Promise.all([first, second, third])
    expect(commits.map((rows) => rows.length)).toEqual([1, 1, 2])
    await database.close()
  })
})

describe('a commit that fails', () => {
  it('fails every answer that rests on it, forgets its writes, and accepts no write any more', async () => {
    const { watching, refusals } = watched(await openDatabaseFile(folder))
    const database = await open(watching)
    await add(database, { _id: 'kept', k: 1 })
    refusals.push(new Error('database or disk is full'))
    const replies = await Promise.all([
      add(database, { _id: 'lost', k: 2 }),
      update(database, 'kept', { $set: { k: 9 } }),
      get(database, 'lost'),
    ])
    for (const reply of replies) {
      expect(reply).toMatchObject({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringContaining('database or disk is full'),
      })
    }
    expect(dataOf(await get(database, 'lost'))).toEqual({ list: [] })
    expect(dataOf(await get(database, 'kept'))).toEqual({ list: ['{"_id":"kept","k":1}'] })
    expect(await add(database, { _id: 'later', k: 3 })).toMatchObject({
      message: expect.stringContaining('no write is accepted until'),
    })
    await database.close()
    const again = await open()
    expect(await list(again)).toEqual({ list: ['{"_id":"kept","k":1}'] })
    await again.close()
  })

  it('answers nothing any more when the file cannot be read again either', async () => {
    const { watching, refusals } = watched(await openDatabaseFile(folder))
    const database = await open(watching)
    await add(database, { _id: 'kept', k: 1 })
    refusals.push(new Error('disk I/O error'))
    watching.rows = () => {
      throw new Error('disk I/O error')
    }
    await add(database, { _id: 'lost', k: 2 })
    expect(await get(database, 'kept')).toMatchObject({ message: expect.stringContaining('disk I/O error') })
    await database.close()
  })

  it('when the disk is really full, SQLite’s own error reaches the caller and the file stays sound', async () => {
    const file = await openDatabaseFile(folder, { mostPages: 24 })
    const database = await open(file)
    let accepted = 0
    let failure = ''
    for (let at = 0; at < 200 && !failure; at++) {
      const reply = await add(database, { _id: `d${at}`, k: at, text: 'x'.repeat(2000) })
      if ('code' in reply) failure = reply.message
      else accepted += 1
    }
    expect(failure).toContain('full')
    expect(accepted).toBeGreaterThan(5)
    await database.close()
    const again = await open()
    expect(again.collections()).toContainEqual({ name: 'c', count: accepted })
    await again.close()
  })
})
