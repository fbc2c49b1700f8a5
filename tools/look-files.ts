/** `npm run look:files`: writes the mini-program's tokens anew from the design language in values/look.ts. */
import { writeFileSync } from 'node:fs'
import { runCommand } from './command'
import { lookTexts } from './look-texts'

runCommand(async () => {
  for (const [file, text] of Object.entries(lookTexts)) {
    writeFileSync(file, text)
    console.log(`Wrote ${file}`)
  }
  return 0
})
