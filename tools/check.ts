/** `npm run check`: every static check, all of them even when one fails. */
import { existsSync } from 'node:fs'
import { runProgram } from './builds/program'
import { runCommand } from './command'

const rooms = [
  'values',
  'contract',
  'rules',
  'cloudfunctions',
  'src',
  'console',
  'localcloud',
  'tests',
  'tools',
  'config',
]

const checks = [
  { name: 'format and lint', program: 'biome', args: ['ci', '--colors=off', '.'] },
  { name: 'types', program: 'tsc', args: ['--noEmit'] },
  {
    name: 'import table',
    program: 'depcruise',
    args: ['--config', '.dependency-cruiser.cjs', ...rooms.filter((room) => existsSync(room))],
  },
  { name: 'dead code', program: 'knip', args: ['--no-progress'] },
]

runCommand(async () => {
  const outcomes = await Promise.all(
    checks.map(async ({ name, program, args }) => {
      const { code, output } = await runProgram(program, args)
      if (code !== 0) console.log(`\n${output.trim()}\n`)
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${program})`)
      return { name, failed: code !== 0 }
    }),
  )
  const failed = outcomes.filter((outcome) => outcome.failed).map((outcome) => outcome.name)
  console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`)
  return failed.length === 0 ? 0 : 1
})
