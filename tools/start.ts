/** `npm start`: the mini-program's preview, the console and their whole cloud on this machine, at one address. Ctrl-C ends it, at any time. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LocalCloud, startLocalCloud } from '#localcloud/local-cloud'
import { checkCampaignFile } from '#rules/campaign/check'
import type { Terms } from '#rules/campaign/terms'
import { cloudPageBuild } from './build-cloud-page'
import { consoleBuild } from './build-console'
import { functionsBuild } from './build-functions'
import { h5Build } from './build-mini-program'
import { makeWhatChanged } from './builds/build'
import { endProgress } from './builds/progress'
import { runCommand } from './command'
import { isCutShort, untilInterrupted } from './interrupt'
import { phasesOf } from './preview/campaign-time'
import { consoleRoutes } from './preview/console-routes'
import { prepareDemo } from './preview/demo'
import { demoCampaign } from './preview/demo-campaign'
import { previewAssets } from './preview/documents'
import { readKeys } from './preview/keys'
import { previewRoutes, startPath } from './preview/routes'
import { claim } from './running'
import { readStartOptions } from './start-options'

const data = '.local/cloud'
/** Written when the demonstration stands: data without it is half made, and made anew. */
const prepared = join(data, 'demonstration-with-policies')
const portsTried = 20

function demoTerms(): Terms {
  const check = checkCampaignFile(readFileSync(demoCampaign, 'utf8'), demoCampaign)
  if (!check.ok) throw new Error(`${demoCampaign} has problems; npm run campaign:check -- ${demoCampaign} shows them.`)
  return check.terms
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

/** Takes the wanted port or, when it is taken, the next one that is free. */
async function startOnFreePort(wanted: number, start: (port: number) => Promise<LocalCloud>): Promise<LocalCloud> {
  for (let port = wanted; ; port++) {
    try {
      return await start(port)
    } catch (error) {
      if (!isTaken(error) || port - wanted >= portsTried) throw error
      console.log(`Port ${port} is taken; trying ${port + 1}.`)
    }
  }
}

/** Nothing that hangs keeps the terminal for longer than this. */
const tidyingMs = 10_000

function sayStopping(consequence = ''): void {
  endProgress()
  console.log(`\nStopping …${consequence}`)
  setTimeout(() => process.exit(1), tidyingMs).unref()
}

runCommand(async (args) => {
  const { port, fresh } = readStartOptions(args)
  const giveBack = claim('.local/start.pid')
  const interrupted = untilInterrupted()
  const building = makeWhatChanged([functionsBuild, h5Build, consoleBuild, cloudPageBuild])
  if (await isCutShort(building, interrupted)) {
    sayStopping(' What is half built is built anew next time.')
    giveBack()
    // The compilers know no stop.
    process.exit(0)
  }
  if (fresh || !existsSync(prepared)) rmSync(data, { recursive: true, force: true })

  let running: LocalCloud | undefined
  const terms = demoTerms()
  const keys = readKeys('.local/keys.env')
  const assets = await previewAssets()
  const ofStart = previewRoutes({ cloud: () => running, terms, phases: phasesOf(terms), assets })
  const ofConsole = consoleRoutes(consoleBuild.output)
  const cloud = await startOnFreePort(port, (free) =>
    startLocalCloud({
      functions: functionsBuild.output,
      collections: 'cloudfunctions/store/collections.json',
      functionRules: 'cloudfunctions/function-rules.json',
      data,
      port: free,
      // Codes by SMS are written into the functions' log, where the start page's visitor finds them.
      environment: { ...readKeys('.local/keys.env'), SMS_PROVIDER: 'local' },
      static: [
        { path: '/h5', folder: h5Build.output },
        { path: '/console', folder: consoleBuild.output },
      ],
      httpPaths: [{ path: '/console-api', function: 'staff' }],
      page: cloudPageBuild.output,
      routes: (request, response) => ofConsole(request, response) || ofStart(request, response),
    }),
  )
  try {
    if (!existsSync(prepared)) {
      if (await isCutShort(prepareDemo(cloud, terms, keys, data), interrupted)) {
        sayStopping(' The demonstration is half made; the next start makes it anew.')
        return 0
      }
      writeFileSync(prepared, '')
    }
    running = cloud
    console.log(`\n  Open  ${cloud.url}${startPath}/\n\n  Ctrl-C stops everything; the data stays in ${data}.`)
    await interrupted
    sayStopping()
  } finally {
    await cloud.stop().finally(giveBack)
  }
  return 0
})
