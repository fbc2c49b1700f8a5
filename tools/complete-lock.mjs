/**
 * Completes package-lock.json for other systems: `npm run lock:complete`, after each `npm install`.
 *
 * npm writes only those optional packages into the lock file that it could fetch where it ran (npm/cli#4828): the native
 * parts of esbuild, rollup or Biome for another system may be missing, and then `npm ci` refuses the lock file. Which they
 * are, and at which version, stands in the packages that want them. Plain Node: it must run when nothing is installed.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const file = 'package-lock.json'
const nameOfSystem =
  /(android|darwin|linux|freebsd|openbsd|openharmony|win32)-(arm64|x64|ia32|arm|ppc64|riscv64|s390x|loong64)(?:-(\w+))?$/
const libraries = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }

/** Where Node would find `name` from the package at `path`; undefined where it would not. */
function find(packages, path, name) {
  for (let from = path; ; from = from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0))) {
    const place = `${from ? `${from}/` : ''}node_modules/${name}`
    if (packages[place]) return place
    if (from === '') return undefined
  }
}

/** The lock file's entry of a native package, from its name and its exact version. */
function entryOf(name, version, { dev }) {
  const [, system, processor, library] = nameOfSystem.exec(name) ?? []
  if (!system || !/^\d+\.\d+\.\d+/.test(version)) return undefined
  const libc = system === 'linux' ? libraries[library] : undefined
  return {
    version,
    cpu: [processor],
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    os: [system],
  }
}

/** The entries that are missing, and the optional packages that cannot be named exactly. */
export function missingEntries(packages) {
  const entries = {}
  const unknown = []
  for (const [path, wanting] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(wanting.optionalDependencies ?? {})) {
      if (find(packages, path, name)) continue
      const entry = entryOf(name, version, wanting)
      if (entry) entries[`node_modules/${name}`] = entry
      else unknown.push(`${name}@${version}, wanted by ${path}`)
    }
  }
  return { entries, unknown }
}

function main() {
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const { entries, unknown } = missingEntries(lock.packages)
  const completed = Object.entries({ ...lock.packages, ...entries }).sort(([a], [b]) => a.localeCompare(b, 'en'))
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(completed) }, null, 2)}\n`)
  console.log(`${file}: ${Object.keys(entries).length} packages of other systems added.`)
  for (const one of unknown) console.log(`  cannot be added: ${one}`)
}

if (process.argv[1]?.endsWith('complete-lock.mjs')) main()
