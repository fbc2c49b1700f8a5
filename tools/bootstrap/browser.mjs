import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']

const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((place) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
      join(process.env[place] ?? '', path),
    ),
  ),
}

/** How each system's package manager gets a browser and a CJK font. The first that is there is used. */
const packageManagers = [
  ['apt-get', 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk'],
  ['dnf', 'dnf install -y chromium google-noto-sans-cjk-fonts'],
  ['apk', 'apk add --no-cache chromium font-noto-cjk'],
]

function onPath(program) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path))
}

/** Browsers that playwright has downloaded for other projects, the newest first. */
function inPlaywrightCache() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(homedir(), 'AppData/Local/ms-playwright'),
  ].filter((folder) => folder && existsSync(folder))
  const insides = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
  ]
  return caches
    .flatMap((cache) =>
      readdirSync(cache)
        .filter((name) => /^chromium-\d+$/.test(name))
        .sort()
        .reverse()
        .map((name) => join(cache, name)),
    )
    .flatMap((folder) => insides.map((inside) => join(folder, inside)))
    .find((path) => existsSync(path))
}

/** Path of a Chromium that is on this machine; undefined where there is none. */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH
  if (chosen && existsSync(chosen)) return chosen
  for (const program of programs) {
    const path = onPath(program)
    if (path) return path
  }
  return (usualPlaces[process.platform] ?? []).find((path) => existsSync(path)) ?? inPlaywrightCache()
}

/** macOS and Windows bring Chinese fonts; elsewhere fontconfig is asked. Without one, every Chinese text is a row of boxes. */
export function hasChineseFont() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

function missing() {
  return [findBrowser() ? null : 'a Chromium browser', hasChineseFont() ? null : 'a Chinese font'].filter(Boolean)
}

/**
 * Sees to it that the journeys have a browser and a Chinese font: one that is there, else the package manager's when we
 * may use it, else the one command to type.
 * @returns the environment that tells the tests where the browser is
 */
export function readyBrowser() {
  const lacking = missing()
  if (lacking.length > 0) {
    const [, command] = packageManagers.find(([program]) => onPath(program)) ?? []
    const root = process.getuid?.() === 0
    if (!command) throw new Error(`The tests need ${lacking.join(' and ')}. Install Google Chrome, or set CHROME_PATH.`)
    if (!root)
      throw new Error(`The tests need ${lacking.join(' and ')}. Install them with:\n\n  sudo sh -c '${command}'\n`)
    console.log(`Installing ${lacking.join(' and ')}: ${command}`)
    spawnSync('sh', ['-c', command], { stdio: ['ignore', 'inherit', 'inherit'] })
    if (missing().length > 0)
      throw new Error(`That did not bring ${missing().join(' and ')}. Install it by hand and try again.`)
  }
  return { CHROME_PATH: findBrowser() }
}
