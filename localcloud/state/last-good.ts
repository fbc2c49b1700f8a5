import { constants, existsSync, renameSync, statSync } from 'node:fs'
import { copyFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

const DATABASE = 'database.sqlite'
const LAST_GOOD = 'database.last-good.sqlite'

/** Keeps a copy of the database file as it is after a clean stop: the state to go back to when the file gets damaged. */
export async function keepLastGood(folder: string): Promise<void> {
  const unfinished = join(folder, `${LAST_GOOD}.new`)
  await copyFile(join(folder, DATABASE), unfinished, constants.COPYFILE_FICLONE)
  await rename(unfinished, join(folder, LAST_GOOD))
}

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
