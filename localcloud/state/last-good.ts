import { constants, existsSync, renameSync, statSync } from 'node:fs'
import { copyFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { checkDatabaseFile } from '../database/database-file'

const DATABASE = 'database.sqlite'
const LAST_GOOD = 'database.last-good.sqlite'

/**
 * Keeps a copy of the database file as it is after a clean stop: the state to go back to when the file gets damaged. Rejects when the
 * file was damaged while the cloud ran, or the copy cannot be written; the earlier good state then stays.
 */
export async function keepLastGood(folder: string): Promise<void> {
  const unfinished = join(folder, `${LAST_GOOD}.new`)
  try {
    await copy(join(folder, DATABASE), unfinished)
    await check(unfinished, folder)
    await rename(unfinished, join(folder, LAST_GOOD))
  } catch (failure) {
    await rm(unfinished, { force: true, recursive: true })
    throw failure
  }
}

async function copy(file: string, to: string): Promise<void> {
  try {
    await copyFile(file, to, constants.COPYFILE_FICLONE)
  } catch (cause) {
    throw new Error(
      `the database is closed in order, but could not be copied (${reasonOf(cause)}): the last good state stays as it was`,
      { cause },
    )
  }
}

async function check(file: string, folder: string): Promise<void> {
  try {
    await checkDatabaseFile(file)
  } catch (cause) {
    throw new Error(
      `${join(folder, DATABASE)} was damaged while the cloud ran (${reasonOf(cause)}).\n${offerLastGood(folder)}`,
      { cause },
    )
  }
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/** What a damaged file's failure should add: the state there is to go back to, and how. */
export function offerLastGood(folder: string): string {
  const file = join(folder, LAST_GOOD)
  if (!existsSync(file)) return 'There is no earlier state in this folder.'
  return `The last good state is of ${new Date(statSync(file).mtimeMs).toISOString()}: start again with --restore to use it; the damaged file is kept beside it.`
}

/** Puts the last good state in the place of the database file, which stays beside it under another name. Throws when there is none. */
export function restoreLastGood(folder: string, now: number): void {
  const good = join(folder, LAST_GOOD)
  if (!existsSync(good)) throw new Error(`restore: ${folder} holds no earlier state (${LAST_GOOD})`)
  const stamp = new Date(now).toISOString().replaceAll(':', '')
  for (const suffix of ['', '-wal', '-shm']) {
    const file = join(folder, DATABASE + suffix)
    if (existsSync(file)) renameSync(file, join(folder, `database.set-aside-${stamp}.sqlite${suffix}`))
  }
  renameSync(good, join(folder, DATABASE))
}
