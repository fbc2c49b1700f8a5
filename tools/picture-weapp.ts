/**
 * `npm run pictures:weapp`: pictures of every page and state of the WeChat build, in light, dark and large type, into
 * dist/pictures/ (docs/weapp-audit.md). Words choose: only states whose name has one of them.
 */
import { startBrowser } from '../tests/journeys/browser'
import { auditedPages } from '../tests/weapp/audit/audited-pages'
import { campaignWithHistory } from '../tests/weapp/audit/campaign'
import { specialStates, statesOfEvery } from '../tests/weapp/pictures/states'
import { customers, takePictures } from '../tests/weapp/pictures/take'
import { functionsBuild } from './build-functions'
import { weappBuild } from './build-mini-program'
import { makeWhatChanged } from './builds/build'
import { step } from './builds/progress'
import { runCommand } from './command'

const folder = 'dist/pictures'

runCommand(async (words) => {
  await makeWhatChanged([functionsBuild, weappBuild])
  const pages = auditedPages(weappBuild.output).filter((page) => page.step === undefined)
  const states = [...pages.flatMap(statesOfEvery), ...specialStates].filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  )
  const missing: string[] = []
  const cloud = await campaignWithHistory(customers)
  const browser = await startBrowser()
  try {
    for (const state of states)
      await step(state.name, async () => {
        await takePictures({ browser, cloudUrl: cloud.url, folder }, state)
        return `${folder}/${state.name}.png`
      }).catch((error: unknown) => missing.push(`${state.name}: ${error instanceof Error ? error.message : error}`))
  } finally {
    await browser.close()
    await cloud.stop()
  }
  for (const words of missing) console.error(`✗ ${words}`)
  console.log(`${states.length - missing.length} of ${states.length} states are in ${folder}/.`)
  return missing.length === 0 ? 0 : 1
})
