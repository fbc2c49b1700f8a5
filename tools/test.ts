/**
 * `npm test`: builds what the tests run against, runs every project of vitest.config.mts, and ends with one line that
 * counts them. Arguments go to vitest: `npm test -- --project rooms days`.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { cloudPageBuild } from './build-cloud-page'
import { consoleBuild } from './build-console'
import { functionsBuild } from './build-functions'
import { h5Build, weappBuild } from './build-mini-program'
import { type Build, makeWhatChanged } from './builds/build'
import { runCommand } from './command'
import { readTestReport } from './test-report'

const report = '.local/test-report.json'

/** What a project's tests run against. The others need nothing built. */
const buildsOf: Record<string, readonly Build[]> = {
  localcloud: [cloudPageBuild],
  handlers: [functionsBuild],
  weapp: [functionsBuild, weappBuild],
  journeys: [functionsBuild, h5Build, consoleBuild],
  'journeys on the WeChat build': [functionsBuild, weappBuild, consoleBuild],
}

function chosenProjects(args: readonly string[]): readonly string[] {
  const chosen = args.flatMap((argument, index) => {
    const [flag, value] = argument.split('=')
    return flag === '--project' ? [value ?? args[index + 1] ?? ''] : []
  })
  return chosen.length > 0 ? chosen : Object.keys(buildsOf)
}

function runVitest(args: readonly string[]): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], {
    stdio: 'inherit',
  })
  return new Promise((resolve, reject) => {
    vitest.on('error', reject)
    vitest.on('exit', (code) => resolve(code ?? 1))
  })
}

runCommand(async (args) => {
  mkdirSync('.local', { recursive: true })
  rmSync(report, { force: true })
  await makeWhatChanged([...new Set(chosenProjects(args).flatMap((project) => buildsOf[project] ?? []))])
  const code = await runVitest(args)
  const { passed, failed, troubles } = readTestReport(report, code)
  // Said once more at the end: whoever reads a long log from there finds what to look for.
  for (const trouble of troubles) console.log(`✗ ${trouble}`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
