// @ts-check
'use strict'
/**
 * The thread that owns the database file: waiting for the disk here leaves the local cloud's event loop free to answer
 * others. It does one task at a time, in order. Plain JavaScript, so that it starts without a build.
 *
 * @typedef {import('./database-file').Row} Row
 * @typedef {import('./database-file').FileTask} FileTask
 * @typedef {import('./database-file').FileReply} FileReply
 */
const { parentPort, workerData } = require('node:worker_threads')
const Libsql = require('libsql')

if (parentPort === null) throw new Error('database-file-worker.cjs runs as a worker thread only')
const host = parentPort
/** @type {{ path: string, mostPages: number }} */
const { path, mostPages } = workerData

const ROWS_AT_ONCE = 2000

function open() {
  const sqlite = new Libsql(path)
  try {
    sqlite.pragma('locking_mode = EXCLUSIVE')
    refuseDamage(sqlite)
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    if (mostPages > 0) sqlite.pragma(`max_page_count = ${mostPages}`)
    sqlite.exec('CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY)')
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS documents (position INTEGER PRIMARY KEY, collection TEXT NOT NULL, text TEXT NOT NULL)',
    )
    return {
      sqlite,
      put: sqlite.prepare(
        'INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT (position) DO UPDATE SET text = excluded.text',
      ),
      remove: sqlite.prepare('DELETE FROM documents WHERE position = ?'),
      addCollection: sqlite.prepare('INSERT OR IGNORE INTO collections VALUES (?)'),
    }
  } catch (failure) {
    sqlite.close()
    throw failure
  }
}

/** @param {import('libsql').Database} sqlite */
function refuseDamage(sqlite) {
  // all(), not get(): a statement left before its end would keep a read open for ever.
  const [verdict] = sqlite.prepare('PRAGMA quick_check(1)').raw().all().flat()
  if (verdict !== 'ok') throw new Error(String(verdict).replaceAll('\n', ' '))
}

/** @param {ReturnType<typeof open>} file */
const collectionsIn = ({ sqlite }) => sqlite.prepare('SELECT name FROM collections').raw().all().flat().map(String)

/**
 * The rows behind a position, in order.
 * @param {ReturnType<typeof open>} file @param {number} after @returns {Row[]}
 */
function rowsAfter({ sqlite }, after) {
  const selected = sqlite.prepare(
    `SELECT position, collection, text FROM documents WHERE position > ? ORDER BY position LIMIT ${ROWS_AT_ONCE}`,
  )
  /** @type {unknown[]} */
  const found = selected.raw().all(after)
  return found.flatMap((row) =>
    Array.isArray(row) ? [{ position: Number(row[0]), collection: String(row[1]), text: String(row[2]) }] : [],
  )
}

/** @param {ReturnType<typeof open>} file @param {Row[]} rows @param {string[]} newCollections */
function commit({ sqlite, put, remove, addCollection }, rows, newCollections) {
  sqlite.exec('BEGIN')
  try {
    for (const name of newCollections) addCollection.run(name)
    for (const row of rows) {
      if (row.text === null) remove.run(row.position)
      else put.run(row.position, row.collection, row.text)
    }
    sqlite.exec('COMMIT')
  } catch (failure) {
    // After an error such as a full disk SQLite may have rolled back by itself.
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw failure
  }
}

/** libsql closes the file only when its statements are collected; leaving WAL gives the lock back at once. @param {ReturnType<typeof open>} file */
function close(file) {
  file.sqlite.pragma('journal_mode = DELETE')
  file.sqlite.pragma('locking_mode = NORMAL')
  collectionsIn(file)
  file.sqlite.close()
}

/** @param {ReturnType<typeof open>} file @param {FileTask} task */
function perform(file, task) {
  switch (task.kind) {
    case 'collections':
      return collectionsIn(file)
    case 'rows':
      return rowsAfter(file, task.after)
    case 'commit':
      return commit(file, task.rows, task.newCollections)
    case 'close':
      return close(file)
  }
}

/** @param {FileReply} reply */
const answer = (reply) => host.postMessage(reply)

/** @param {unknown} cause */
const reasonOf = (cause) => (cause instanceof Error ? cause.message : String(cause))

try {
  const file = open()
  host.on('message', (/** @type {FileTask} */ task) => {
    try {
      answer({ value: perform(file, task) })
    } catch (failure) {
      answer({ failure: reasonOf(failure) })
    }
    if (task.kind === 'close') host.close()
  })
  answer({ value: 'open' })
} catch (failure) {
  answer({ failure: reasonOf(failure) })
  host.close()
}
