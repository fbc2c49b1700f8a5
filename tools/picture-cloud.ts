/**
 * `npm run pictures:cloud`: pictures of every view of the local cloud's own page at 1440 and 1024 px, in Chinese and English,
 * into dist/pictures-cloud/. Words choose: only pictures whose name has one of them.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startBrowser } from '../tests/journeys/browser'
import { startBookshop } from '../tests/localcloud/page/bookshop'
import { pictured } from '../tests/localcloud/page/pictures'
import { cloudPageBuild } from './build-cloud-page'
import { makeWhatChanged } from './builds/build'
import { step } from './builds/progress'
import { runCommand } from './command'

const folder = 'dist/pictures-cloud'
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
]
const languages = ['zh', 'en'] as const

runCommand(async (words) => {
  await makeWhatChanged([cloudPageBuild])
  mkdirSync(folder, { recursive: true })
  const cloud = await startBookshop()
  const browser = await startBrowser()
  const missing: string[] = []
  try {
    for (const viewport of sizes)
      for (const language of languages) {
        const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
        await context.addInitScript((chosen) => localStorage.setItem('localcloud.language', chosen), language)
        const page = await context.newPage()
        for (const { name, at, by } of pictured) {
          const file = `${name}-${viewport.width}-${language}.png`
          if (words.length > 0 && !words.some((word) => file.includes(word))) continue
          await step(file, async () => {
            await page.goto('about:blank')
            await page.goto(`${cloud.url}/#${at}`)
            await page.locator('.content h1, .content .ant-empty').first().waitFor()
            await page.locator('.ant-skeleton').first().waitFor({ state: 'hidden' })
            await by?.(page)
            // Drawers and dialogues come in over a moment even where motion is unwanted.
            await page.waitForTimeout(350)
            await page.screenshot({ path: join(folder, file) })
            return folder
          }).catch((error: unknown) => missing.push(`${file}: ${error instanceof Error ? error.message : error}`))
        }
        await context.close()
      }
  } finally {
    await browser.close()
    await cloud.stop()
  }
  for (const one of missing) console.error(`✗ ${one}`)
  return missing.length === 0 ? 0 : 1
})
