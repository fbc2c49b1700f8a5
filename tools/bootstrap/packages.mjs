import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const installArguments = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']

/** npm's lock file as it stands, or null where there is none. */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
  } catch {
    return null
  }
}

/**
 * Why the installed packages are not those of package-lock.json; null when they are. Compares names and versions, not
 * file dates: a fresh checkout touches every file, and reinstalling takes a minute.
 */
export function whyInstall(root) {
  const wanted = readLock(join(root, 'package-lock.json'))
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'))
  if (!installed) return 'no packages are installed yet'
  for (const [path, entry] of Object.entries(wanted ?? {})) {
    if (path === '' || entry.optional || entry.devOptional || entry.peer) continue
    if (installed[path]?.version !== entry.version)
      return `${path.replace('node_modules/', '')} is not at ${entry.version}`
  }
  return null
}

/** Installs exactly what package-lock.json says when something of it is missing. */
export async function readyPackages(root) {
  const reason = whyInstall(root)
  if (!reason) return
  console.log(`Installing packages, because ${reason}. The first time takes about a minute.`)
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  const progress = setInterval(() => console.log(`  still installing, ${seconds()} s …`), 15_000)
  const code = await new Promise((resolve, reject) => {
    // npm is a .cmd file on Windows and needs a shell there; the arguments are constants.
    const npm = spawn('npm', installArguments, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
    npm.on('error', reject)
    npm.on('exit', resolve)
  }).finally(() => clearInterval(progress))
  if (code !== 0) throw new Error('npm could not install the packages (see above). Is the network there?')
  console.log(`Packages installed in ${seconds()} s.`)
}
