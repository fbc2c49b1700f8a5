import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import type { Clock } from '../clock'
import { type CollectionsDeclaration, type Database, openDatabase } from '../database/database'
import type { OpenApi } from '../openapi/openapi'
import { RecordEntry } from '../openapi/record'
import { STORED_NAME, type Storage } from '../storage/storage'

/** What makes up the state of a cloud. */
export interface StateParts {
  database: Database
  storage: Storage
  openApi: OpenApi
  clock: Clock
}

const FORMAT = 1
const DOCUMENTS_AT_ONCE = 500

/** One line of a state file. */
const Line = v.union([
  v.object({ localcloud: v.literal(FORMAT), clockOffsetMs: v.pipe(v.number(), v.safeInteger()) }),
  v.object({ collection: v.string(), documents: v.array(v.string()) }),
  v.object({ file: v.pipe(v.string(), v.regex(STORED_NAME)), content: v.string() }),
  v.object({ openapi: RecordEntry }),
])
type Line = v.InferOutput<typeof Line>

/** The whole state as lines of JSON: clock, documents, stored files, and what was sent through openapi. The documents are those of one moment. */
export async function* exportState({ database, storage, openApi, clock }: StateParts): AsyncIterable<string> {
  const documents = database.documents()
  const line = (content: Line): string => `${JSON.stringify(content)}\n`
  yield line({ localcloud: FORMAT, clockOffsetMs: clock.offset() })
  for (const { collection, texts } of documents) {
    yield line({ collection, documents: [] })
    let some: string[] = []
    for (const text of texts()) {
      some.push(text)
      if (some.length < DOCUMENTS_AT_ONCE) continue
      yield line({ collection, documents: some })
      some = []
    }
    if (some.length > 0) yield line({ collection, documents: some })
  }
  for await (const { path, content } of storage.files()) yield line({ file: path, content: content.toString('base64') })
  for (const entry of openApi.recorded()) yield line({ openapi: entry })
}

/** Takes a state file into an empty cloud. Rejects, naming the line, when the file is unsound or the cloud is not empty. */
export async function importState(file: string, { database, storage, openApi, clock }: StateParts): Promise<void> {
  const used = database.collections().find(({ count }) => count > 0)
  if (used !== undefined)
    throw new Error(`import: the cloud is not empty (${used.name} holds ${used.count}); begin with --fresh`)
  for await (const { number, line } of linesOf(file)) {
    if ('localcloud' in line) clock.advance(line.clockOffsetMs - clock.offset())
    else if ('file' in line) await storage.put(line.file, Buffer.from(line.content, 'base64'))
    else if ('openapi' in line) openApi.take(line.openapi)
    else await takeDocuments(database, line, { file, number })
  }
}

/** Reads a state file from end to end and tries its documents in memory. Rejects, naming the line, when `importState` would. */
export async function tryState(file: string, declaration: CollectionsDeclaration): Promise<void> {
  const trial = await openDatabase({ folder: ':memory:', declaration, now: Date.now })
  for await (const { number, line } of linesOf(file)) {
    if ('collection' in line) await takeDocuments(trial, line, { file, number })
  }
  await trial.close()
}

/** What a state holds. */
export interface StateSummary {
  offsetMs: number
  collections: { name: string; count: number }[]
  files: number
  /** Entries of what was sent through openapi, acceptances among them. */
  sent: number
}

/** Reads a state file from end to end without taking it. Rejects, naming the line, when it is unsound. */
export async function summariseState(file: string): Promise<StateSummary> {
  const counts = new Map<string, number>()
  const summary = { offsetMs: 0, files: 0, sent: 0 }
  for await (const { line } of linesOf(file)) {
    if ('localcloud' in line) summary.offsetMs = line.clockOffsetMs
    else if ('file' in line) summary.files += 1
    else if ('openapi' in line) summary.sent += 1
    else counts.set(line.collection, (counts.get(line.collection) ?? 0) + line.documents.length)
  }
  return { ...summary, collections: [...counts].map(([name, count]) => ({ name, count })) }
}

async function* linesOf(file: string): AsyncIterable<{ number: number; line: Line }> {
  let number = 0
  const failed = (why: string): Error => new Error(`import: ${file}: line ${number}: ${why}`)
  for await (const text of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1
    if (text === '') continue
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Line), text)
    if (!parsed.success) throw failed('this is no line of a local cloud’s state')
    if (number === 1 && !('localcloud' in parsed.output)) throw failed('this is no state of a local cloud')
    yield { number, line: parsed.output }
  }
  if (number === 0) throw new Error(`import: ${file} is empty`)
}

async function takeDocuments(
  database: Database,
  { collection, documents }: { collection: string; documents: string[] },
  { file, number }: { file: string; number: number },
): Promise<void> {
  const problem = await addDocuments(database, collection, documents)
  if (problem !== undefined) throw new Error(`import: ${file}: line ${number}: ${problem}`)
}

async function addDocuments(database: Database, collectionName: string, data: string[]): Promise<string | undefined> {
  if (!database.collections().some(({ name }) => name === collectionName)) {
    const added = await database.handle({ action: 'database.addCollection', collectionName })
    if ('code' in added) return added.message
  }
  if (data.length === 0) return undefined
  const reply = await database.handle({ action: 'database.insertDocument', collectionName, data })
  return 'code' in reply ? reply.message : undefined
}
