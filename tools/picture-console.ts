/**
 * `npm run pictures:console`: pictures of every page of the console for each role, on a desk's screen and a tablet's, in its
 * states, into dist/pictures/console/. Words choose: only pictures whose name has one of them, e.g. 概览 or 1024.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { staffRoleTexts } from '#contract/staff-words'
import { startLocalCloud } from '#localcloud/local-cloud'
import { takePictures } from '../tests/console/pictures/take'
import { demoTerms } from '../tests/fixtures/terms'
import { startBrowser } from '../tests/journeys/browser'
import { consoleBuild } from './build-console'
import { functionsBuild } from './build-functions'
import { makeWhatChanged } from './builds/build'
import { runCommand } from './command'
import { prepareDemo } from './preview/demo'
import { confirmAs, deskTeam } from './preview/demo-staff'
import { readKeys } from './preview/keys'

const folder = 'dist/pictures/console'

runCommand(async (words) => {
  await makeWhatChanged([functionsBuild, consoleBuild])
  const wanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word))
  const data = mkdtempSync(join(tmpdir(), 'console-pictures-'))
  const keys = readKeys(join(data, 'keys.env'))
  const cloud = await startLocalCloud({
    functions: functionsBuild.output,
    collections: 'cloudfunctions/store/collections.json',
    functionRules: 'cloudfunctions/function-rules.json',
    data: ':memory:',
    environment: { ...keys, SMS_PROVIDER: 'local' },
    static: [{ path: '/console', folder: consoleBuild.output }],
    httpPaths: [{ path: '/console-api', function: 'staff' }],
  })
  let count = 0
  try {
    await prepareDemo(cloud, demoTerms(), keys, data)
    const browser = await startBrowser()
    try {
      for (const { key, role } of oneOfEachRole()) {
        const studio = {
          browser,
          cloudUrl: cloud.url,
          folder,
          confirm: (ticketId: string, number: string) => confirmAs(cloud, key, ticketId, number),
        }
        await takePictures(studio, staffRoleTexts[role], wanted, (file) => {
          count += 1
          console.log(file)
        })
      }
    } finally {
      await browser.close()
    }
  } finally {
    await cloud.stop()
    rmSync(data, { recursive: true, force: true })
  }
  console.log(`${count} pictures are in ${folder}/.`)
  return count > 0 ? 0 : 1
})

const oneOfEachRole = () =>
  deskTeam.filter(({ role }, index) => deskTeam.findIndex((one) => one.role === role) === index)
