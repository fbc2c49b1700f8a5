/** `npm start`: the mini-program's preview, the console and their whole cloud on this machine, at one address. Ctrl-C ends it. */
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
import { runCommand } from './command'
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

/** One Ctrl-C can arrive twice, from the terminal and from npm: the second must not cut the first one's tidying short. */
function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve())
    process.on('SIGTERM', () => resolve())
  })
}

/** Nothing that hangs keeps the terminal for longer than this. */
const tidyingMs = 10_000

runCommand(async (args) => {
  const { port, fresh } = readStartOptions(args)
  const giveBack = claim('.local/start.pid')
  const interrupted = untilInterrupted()
  await makeWhatChanged([functionsBuild, h5Build, consoleBuild, cloudPageBuild])
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
      await prepareDemo(cloud, terms, keys, data)
      writeFileSync(prepared, '')
    }
    running = cloud
    console.log(`\n  Open  ${cloud.url}${startPath}/\n\n  Ctrl-C stops everything; the data stays in ${data}.`)
    await interrupted
    console.log('\nStopping …')
    setTimeout(() => process.exit(1), tidyingMs).unref()
  } finally {
    await cloud.stop().finally(giveBack)
  }
  return 0
})
