/** One measured piece of work of the import bench, in a process of its own so that its memory is its own. */

import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import type { PolicyAnswer } from '#contract/policy-message'
import { type CloudTarget, readTarget } from '../../tools/cloud-target'
import { importPolicies } from '../../tools/policies-import'
import { testKeys } from '../handlers/campaign-cloud'

const KEY = Buffer.from(testKeys.POLICY_FEED_KEY, 'hex')

/** Nothing but csv-parse: the floor. */
async function bareParse(file: string): Promise<void> {
  let rows = 0
  for await (const _ of createReadStream(file).pipe(parse())) rows += 1
  if (rows === 0) throw new Error('nothing was parsed')
}

/** A cloud that takes everything at once: what is left is the importer's own work. */
const yesCloud: CloudTarget = {
  async call(_name, data) {
    const { body } = data as { body: string }
    const accepted = (JSON.parse(body) as { events: unknown[] }).events.length
    const answer: PolicyAnswer = { accepted, ignored: 0, refused: 0, results: [] }
    return { result: { statusCode: 200, body: JSON.stringify({ ok: true, data: answer }) } }
  },
}

async function main([what = '', file = '', url = '']: string[]): Promise<void> {
  const began = performance.now()
  const quiet = { write: () => true }
  const importInto = async (cloud: CloudTarget) => {
    const code = await importPolicies(cloud, KEY, file, `${file}.refused.csv`, quiet)
    if (code !== 0) throw new Error(`rows were refused: ${file}.refused.csv`)
  }
  if (what === 'parse') await bareParse(file)
  else if (what === 'read') await importInto(yesCloud)
  else await importInto(readTarget(['--local', url]).target)
  const seconds = (performance.now() - began) / 1000
  console.log(JSON.stringify({ seconds, peakMegabytes: process.resourceUsage().maxRSS / 1024 }))
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
