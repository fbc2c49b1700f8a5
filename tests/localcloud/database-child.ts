/**
 * A database in a process of its own, to be killed: opens its folder when a line comes in, prints its address, serves POST
 * /admin. So the next one can load while this one lives, and the loop of kills is short.
 */
import { once } from 'node:events'
import { openDatabase } from '#localcloud/database/database'
import { declared, serveDatabase } from './sdk'

async function main(folder: string): Promise<void> {
  await once(process.stdin, 'data')
  const declaration = { collections: [declared('entries'), declared('pairs', ['tag_side', ['tag', 'side'], 'unique'])] }
  const database = await openDatabase({ folder, declaration, now: Date.now })
  const { url } = await serveDatabase(database)
  console.log(url)
}

main(process.argv[2] ?? ':memory:')
