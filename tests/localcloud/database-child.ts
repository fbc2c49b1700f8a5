/** A database in a process of its own, to be killed: prints its address, serves POST /admin. */
import { openDatabase } from '#localcloud/database/database'
import { declared, serveDatabase } from './sdk'

async function main(folder: string): Promise<void> {
  const declaration = { collections: [declared('entries'), declared('pairs', ['tag_side', ['tag', 'side'], 'unique'])] }
  const database = await openDatabase({ folder, declaration, now: Date.now })
  const { url } = await serveDatabase(database)
  console.log(url)
}

main(process.argv[2] ?? ':memory:')
