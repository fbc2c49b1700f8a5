import { readFileSync, writeFileSync } from 'node:fs'
import { campaignFileTexts } from './campaign-file-texts'

/** Writes campaigns/template.yaml from the schema, and the demo campaign's comments anew. */
for (const { path, text } of campaignFileTexts(readFileSync('campaigns/demo.yaml', 'utf8'))) {
  writeFileSync(path, text)
  process.stdout.write(`${path} 已写入\n`)
}
