/**
 * `npm run audit:weapp`: measures each page of the WeChat build against the platform's bar (docs/weapp-audit.md). Exit
 * code 1 when something is below it. `-- --pictures FOLDER` keeps a picture of every look; other arguments choose pages.
 */
import { parseArgs } from 'node:util'
import { startBrowser } from '../tests/journeys/browser'
import { auditedPages } from '../tests/weapp/audit/audited-pages'
import { campaignWithHistory } from '../tests/weapp/audit/campaign'
import { packageSizes } from '../tests/weapp/audit/collect/packages'
import { toSeeByEye } from '../tests/weapp/audit/judge/contrast'
import { judgePackages } from '../tests/weapp/audit/judge/packages'
import { judgePage } from '../tests/weapp/audit/judge/page'
import { customers, measurePage } from '../tests/weapp/audit/measure-page'
import type { PageMeasures } from '../tests/weapp/audit/measurements'
import { packagesLine, table } from '../tests/weapp/audit/table'
import { functionsBuild } from './build-functions'
import { weappBuild } from './build-mini-program'
import { makeWhatChanged } from './builds/build'
import { step } from './builds/progress'
import { runCommand } from './command'

async function measure(names: readonly string[], pictures: string | null): Promise<PageMeasures[]> {
  const measured: PageMeasures[] = []
  const cloud = await campaignWithHistory(customers)
  const browser = await startBrowser()
  try {
    for (const page of auditedPages.filter(({ name }) => names.length === 0 || names.includes(name)))
      await step(page.name, async () => {
        const measures = await measurePage({ browser, cloudUrl: cloud.url, pictures }, page)
        measured.push(measures)
        return `${judgePage(measures).length} below the bar`
      })
  } finally {
    await browser.close()
    await cloud.stop()
  }
  return measured
}

runCommand(async (args) => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { pictures: { type: 'string' } } })
  await makeWhatChanged([functionsBuild, weappBuild])
  const sizes = packageSizes(weappBuild.output)
  const pages = await measure(positionals, values.pictures ?? null)
  const breaches = [...judgePackages(sizes), ...pages.flatMap(judgePage)]

  console.log(`\n${table(pages)}\n\n${packagesLine(sizes)}`)
  for (const { page, looks } of pages) {
    const texts = new Set(looks.flatMap(({ colours }) => toSeeByEye(colours)))
    if (texts.size > 0) console.log(`By eye on ${page} (no flat colour behind): ${[...texts].join(' · ')}`)
  }
  for (const { page, what, measured, allowed } of breaches)
    console.log(`✗ ${page}: ${what}: ${measured}; allowed: ${allowed}`)
  console.log(breaches.length === 0 ? 'Nothing is below the bar.' : `${breaches.length} below the bar.`)
  return breaches.length === 0 ? 0 : 1
})
