import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../tools/bootstrap/browser.mjs'

/** Starts the Chromium of this machine. @throws Error that says how to get one */
export function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath)
    throw new Error('no Chromium on this machine: run `npm test`, which sees to it, or set CHROME_PATH')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--font-render-hinting=none'] })
}
