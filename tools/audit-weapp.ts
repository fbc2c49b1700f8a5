/**
 * `npm run audit:weapp`: measures each page of the WeChat build against the platform's bar (docs/weapp-audit.md). Exit
 * code 1 when something is below it. `-- --pictures FOLDER` keeps a picture of every look; other arguments choose pages.
 */
import { parseArgs } from 'node:util'
import { startBrowser } from '../tests/journeys/browser'
import { auditedPages } from '../tests/weapp/audit/audited-pages'
import { campaignWithHistory } from '../tests/weapp/audit/campaign'
import { mainPackageUse } from '../tests/weapp/audit/collect/code'
import { packageSizes } from '../tests/weapp/audit/collect/packages'
import { judgeCode } from '../tests/weapp/audit/judge/code'
import { toSeeByEye } from '../tests/weapp/audit/judge/contrast'
import { judgePackages } from '../tests/weapp/audit/judge/packages'
import { judgePage } from '../tests/weapp/audit/judge/page'
import { customers, measurePage } from '../tests/weapp/audit/measure-page'
import { measureTimes } from '../tests/weapp/audit/measure-times'
import type { CodeUse, PageMeasures } from '../tests/weapp/audit/measurements'
import { codeLines, packagesLine, table } from '../tests/weapp/audit/table'
import { readWeappPackage } from '../tests/weapp/package/read-package'
import { functionsBuild } from './build-functions'
import { emptyPageBuild, weappBuild } from './build-mini-program'
import { makeWhatChanged } from './builds/build'
import { step } from './builds/progress'
import { runCommand } from './command'

const weapp = () => readWeappPackage(weappBuild.output)

async function measure(names: readonly string[], pictures: string | null): Promise<PageMeasures[]> {
  const chosen = auditedPages(weappBuild.output).filter(({ name }) => names.length === 0 || names.includes(name))
  const measured: PageMeasures[] = []
  const cloud = await campaignWithHistory(customers)
  const browser = await startBrowser()
  const bench = { browser, cloudUrl: cloud.url, weapp: weapp(), pictures }
  try {
    for (const page of chosen)
      await step(page.name, async () => {
        const measures = await measurePage(bench, page)
        measured.push(measures)
        return `${judgePage(measures).length} below the bar`
      })
    await step('Time to the first content', async () => {
      const alone = chosen.filter((page) => page.step === undefined)
      const ratios = await measureTimes({ ...bench, empty: readWeappPackage(emptyPageBuild.output) }, alone)
      for (const measures of measured) measures.timeRatio = ratios.get(measures.page) ?? null
      return `${alone.length} pages beside an empty one`
    })
  } finally {
    await browser.close()
    await cloud.stop()
  }
  return measured
}

/** Says something only when every page was measured: code that one page does not run may be another one's. */
function codeUses(pages: readonly PageMeasures[], names: readonly string[]): CodeUse[] {
  if (names.length > 0) return []
  const { scripts, app } = weapp()
  return mainPackageUse(
    pages,
    scripts,
    app.subPackages.map(({ root }) => root),
  )
}

runCommand(async (args) => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { pictures: { type: 'string' } } })
  await makeWhatChanged([functionsBuild, weappBuild, emptyPageBuild])
  const sizes = packageSizes(weappBuild.output)
  const pages = await measure(positionals, values.pictures ?? null)
  const uses = codeUses(pages, positionals)
  const breaches = [...judgePackages(sizes), ...judgeCode(uses), ...pages.flatMap(judgePage)]

  console.log(`\n${table(pages)}\n\n${packagesLine(sizes)}`)
  if (uses.length > 0) console.log(codeLines(uses))
  for (const { page, looks } of pages) {
    const texts = new Set(looks.flatMap(({ colours }) => toSeeByEye(colours)))
    if (texts.size > 0) console.log(`By eye on ${page} (no flat colour behind): ${[...texts].join(' · ')}`)
  }
  for (const { page, what, measured, allowed } of breaches)
    console.log(`✗ ${page}: ${what}: ${measured}; allowed: ${allowed}`)
  console.log(breaches.length === 0 ? 'Nothing is below the bar.' : `${breaches.length} below the bar.`)
  return breaches.length === 0 ? 0 : 1
})
