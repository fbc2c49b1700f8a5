import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalCloud } from '#localcloud/local-cloud'
import { readFeedKey } from '#pipeline/feed-signature'
import type { Terms } from '#rules/campaign/terms'
import { day } from '#values/days'
import { importPolicies } from '../policies-import'
import { policyBook } from '../policy-book/book'
import { fileHeader, fileRows } from '../policy-book/policy-file'
import { demoDay } from './demo-campaign'

const seed = 20_260_908
const count = 600

/** The demonstration's invented policies, through the same import as in production. */
export async function importDemoBook(
  cloud: LocalCloud,
  terms: Terms,
  keys: Record<string, string>,
  folder: string,
): Promise<void> {
  const file = join(folder, 'demo-policies.csv')
  const events = policyBook(terms, { seed, count, on: day(demoDay) })
  writeFileSync(file, fileHeader() + fileRows(events))
  console.log(`Importing the demo policy book (${count} invented policies, seed ${seed})`)
  const code = await importPolicies(
    cloud,
    readFeedKey(keys),
    file,
    join(folder, 'demo-policies.refused.csv'),
    process.stdout,
  )
  if (code !== 0) throw new Error('The demo policy book has rows that the cloud refuses.')
}
