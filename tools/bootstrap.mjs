/**
 * The door to every command of this project: `node tools/bootstrap.mjs <command> [arguments]`.
 * Installs what is missing first, so that `npm start` and `npm test` work on a fresh clone. Plain Node, no packages:
 * it has to run before there are any.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readyBrowser } from './bootstrap/browser.mjs'
import { readyPackages } from './bootstrap/packages.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const oldestNode = [20, 19]

/** Each command: the program that does it, what it needs, and one line of help. */
const commands = {
  start: { program: 'tools/start.ts', help: 'the mini-program and its cloud on this machine, at one address' },
  test: { program: 'tools/test.ts', needs: 'browser', help: 'every test; the last line counts them' },
  check: { program: 'tools/check.ts', help: 'format, lint, types, import table, dead code' },
  build: { program: 'tools/build.ts', help: 'cloud functions, WeChat build, H5 preview and console into dist/' },
  bench: { program: 'tests/bench/main.ts', help: 'draws per second, beside the floor of this machine' },
  'bench:cloud': {
    program: 'tests/bench/cloud/main.ts',
    help: "the local cloud's database, beside a server that does nothing",
  },
  'bench:decisions': {
    program: 'tests/bench/decisions.ts',
    help: 'decisions with their statement, beside two rule engines on the same table',
  },
  'bench:import': { program: 'tests/bench/import.ts', help: 'a policy file imported, beside a bare CSV parse' },
  'audit:weapp': {
    program: 'tools/audit-weapp.ts',
    needs: 'browser',
    help: "each page of the WeChat build against the platform's bar",
  },
  'pictures:console': {
    program: 'tools/picture-console.ts',
    needs: 'browser',
    help: 'pictures of every page of the console for each role, into dist/pictures/console/',
  },
  'pictures:weapp': {
    program: 'tools/picture-weapp.ts',
    needs: 'browser',
    help: 'pictures of every page and state of the WeChat build, into dist/pictures/',
  },
  'audit:verify': { program: 'tools/audit-verify.ts', help: 'whether the audit log was altered, and where first' },
  'pictures:cloud': {
    program: 'tools/picture-cloud.ts',
    needs: 'browser',
    help: "pictures of every view of the local cloud's own page, into dist/pictures-cloud/",
  },
  cloud: { program: 'tools/cloud.ts', help: "WeChat's cloud alone, for functions of your own" },
  'cloud:setup': {
    program: 'tools/cloud-setup.ts',
    help: 'what a CloudBase environment lacks of the declaration; creates it',
  },
  'campaign:check': {
    program: 'tools/campaign-check.ts',
    help: 'what is wrong with a campaign file, and how to mend it',
  },
  'campaign:files': { program: 'tools/campaign-files.ts', help: 'write the campaign template anew from its schema' },
  'look:files': {
    program: 'tools/look-files.ts',
    help: "write the mini-program's tokens anew from the design language",
  },
  'campaign:publish': { program: 'tools/campaign-publish.ts', help: 'publish a campaign file to a cloud' },
  'keys:reseal': { program: 'tools/keys-reseal.ts', help: 'seal personal data anew under the current key' },
  'policies:demo': { program: 'tools/demo-policies.ts', help: 'write an invented policy book to a file' },
  'policies:import': { program: 'tools/policies-import.ts', help: 'send a policy file to a cloud, however long it is' },
  deploy: { program: 'tools/deploy.ts', help: 'checks, shows and puts everything into a CloudBase environment' },
  'draws:export': { program: 'tools/draws-export.ts', help: "write a day's draws to a file for verify-draw" },
  'rules:prove': { program: 'tools/rules-prove.ts', help: "the offers' laws, asked of every case of a campaign file" },
  'rules:replay': { program: 'tools/rules-replay.ts', help: 'what the same policies bring under two campaign files' },
  'staff:appoint': { program: 'tools/staff-appoint.ts', help: 'a member of staff, their role and their branch' },
}

function fail(message) {
  console.error(message)
  process.exit(1)
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor, oldestMinor] = oldestNode
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  fail(
    `This project needs Node ${oldestNode.join('.')} or newer; this is Node ${process.versions.node}.\n` +
      'Install a current Node from https://nodejs.org/ (or `nvm install 22`) and try again.',
  )
}

function usage() {
  const lines = Object.entries(commands).map(([name, { help }]) => `  ${name.padEnd(18)}${help}`)
  return `Usage: node tools/bootstrap.mjs <command> [arguments]\n\n${lines.join('\n')}`
}

/** Runs the program with this Node; its exit code becomes ours. A Ctrl-C reaches the child by itself: we only wait for it. */
function run(program, args, environment) {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

async function main() {
  requireNode()
  const [name, ...args] = process.argv.slice(2)
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined
  if (!command) fail(usage())
  if (!existsSync(new URL(`../${command.program}`, import.meta.url)))
    fail(`${command.program} is missing: is this checkout complete?`)
  await readyPackages(root)
  run(command.program, args, command.needs === 'browser' ? readyBrowser() : {})
}

main().catch((error) => fail(error.message))
