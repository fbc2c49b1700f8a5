import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type Person, person } from '../../handlers/campaign-cloud'
import { entryOf } from '../audit/audited-pages'
import { visitorOf } from '../audit/steps'
import { type LookAsked, PicturedPhone } from './pictured-phone'
import type { PicturedState } from './state'

interface NamedLook extends LookAsked {
  name: string
  by: Person
  customer: number
}

const looks: readonly NamedLook[] = [
  { name: 'light', colours: 'light', large: false, by: person('lin'), customer: 0 },
  { name: 'dark', colours: 'dark', large: false, by: person('chen'), customer: 1 },
  { name: 'large', colours: 'light', large: true, by: person('zhou'), customer: 2 },
]

export const customers = looks.map(({ by }) => by)

interface Studio {
  browser: Browser
  cloudUrl: string
  folder: string
}

/** Takes a state in each look, and one picture of all of them side by side. */
export async function takePictures(studio: Studio, state: PicturedState): Promise<void> {
  mkdirSync(join(studio.folder, 'looks'), { recursive: true })
  const files: string[] = []
  for (const look of looks) {
    const file = join(studio.folder, 'looks', `${state.name}-${look.name}.png`)
    await take(studio, state, look, file)
    files.push(file)
  }
  await sideBySide(studio.browser, files, join(studio.folder, `${state.name}.png`))
}

async function take({ browser, cloudUrl }: Studio, state: PicturedState, look: NamedLook, file: string): Promise<void> {
  const phone = await PicturedPhone.on(
    browser,
    { url: cloudUrl, identity: visitorOf(state.path, look.by), openToAnyone: true },
    look,
  )
  try {
    phone.answer(state.answers ?? {})
    await phone.start(entryOf(state, look.customer))
    if (state.waits !== false) await phone.content()
    await state.act?.(phone)
    await phone.photograph(file, state.whole === true)
  } finally {
    await phone.close()
  }
}

async function sideBySide(browser: Browser, files: readonly string[], file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: files.length * 402, height: 100 } })
  try {
    const pictures = files.map(
      (name) => `<img width="390" src="data:image/png;base64,${readFileSync(name).toString('base64')}">`,
    )
    await page.setContent(
      `<body style="margin:6px;display:flex;gap:12px;align-items:start;background:#888">${pictures.join('')}</body>`,
    )
    await page.screenshot({ path: file, fullPage: true })
  } finally {
    await page.close()
  }
}
