import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

let script: Promise<string> | undefined

/** The collectors as one script for a browser's page. */
export function collectorsScript(): Promise<string> {
  script ??= build({
    entryPoints: [fileURLToPath(new URL('./collect/in-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    logLevel: 'silent',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '')
  return script
}
