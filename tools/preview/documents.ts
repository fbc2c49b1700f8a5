import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

export interface Asset {
  type: string
  content: string
}

const page = 'tools/preview/page'

/** One script of the page, bundled in a few milliseconds. */
async function script(entry: string): Promise<Asset> {
  const bundle = await build({
    entryPoints: [join(page, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  })
  return { type: 'text/javascript', content: bundle.outputFiles[0]?.text ?? '' }
}

/** The start page: its HTML, its style and its script; and the script that it adds to the console's login. */
export async function previewAssets(): Promise<Map<string, Asset>> {
  return new Map([
    ['', { type: 'text/html', content: readFileSync(join(page, 'index.html'), 'utf8') }],
    ['page.css', { type: 'text/css', content: readFileSync(join(page, 'style.css'), 'utf8') }],
    ['page.js', await script('main.ts')],
    ['console.js', await script('console-login.ts')],
  ])
}

/** The documents that the start page leads to, as they stand in the project. Nothing else of the disk is served. */
export function readDocument(path: string): Asset | undefined {
  const readable = path === 'README.md' || /^(?:docs|campaigns)(?:\/[\w-]+)+\.(?:md|yaml)$/.test(path)
  if (!readable || !existsSync(path)) return undefined
  return { type: 'text/plain', content: readFileSync(path, 'utf8') }
}
