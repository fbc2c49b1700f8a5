import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Shows that a folder is ours, so that "fresh" never empties somebody's home by a slip of the keyboard. */
const MARK = '.localcloud'

/** Makes the data folder ready, emptied first when `fresh`. Throws when asked to empty a folder that is not a local cloud's. */
export function prepareDataFolder(folder: string, fresh: boolean): void {
  const used = existsSync(folder) && readdirSync(folder).length > 0
  if (fresh && used) {
    if (!existsSync(join(folder, MARK))) {
      throw new Error(`data: ${folder} was not made by the local cloud, so it is not emptied; delete it yourself`)
    }
    rmSync(folder, { recursive: true })
  }
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, MARK), 'Data of a local cloud. Delete the folder to begin anew.\n')
  } catch (cause) {
    throw new Error(
      `data: ${folder} cannot be written (${cause instanceof Error ? cause.message : cause}); choose a folder of yours`,
      { cause },
    )
  }
}
