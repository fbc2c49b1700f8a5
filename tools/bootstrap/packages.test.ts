import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { whyInstall } from './packages.mjs'

type Packages = Record<string, { version: string; optional?: boolean }>

function project(locked: Packages, installed: Packages | null): string {
  const root = mkdtempSync(join(tmpdir(), 'project-'))
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': { version: '1.0.0' }, ...locked } }))
  if (installed) {
    mkdirSync(join(root, 'node_modules'))
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }))
  }
  return root
}

describe('packages are installed', () => {
  const wanted = { 'node_modules/react': { version: '18.3.1' } }

  test('when there are none', () => {
    expect(whyInstall(project(wanted, null))).toMatch(/no packages/)
  })

  test('when a version differs from the lock file', () => {
    expect(whyInstall(project(wanted, { 'node_modules/react': { version: '18.2.0' } }))).toMatch(/react.*18\.3\.1/)
  })

  test('when one is missing', () => {
    const two = { ...wanted, 'node_modules/yaml': { version: '2.9.1' } }
    expect(whyInstall(project(two, wanted))).toMatch(/yaml/)
  })

  test('but not when all are there, nor for another system’s optional one', () => {
    const elsewhere = { ...wanted, 'node_modules/fsevents': { version: '2.3.3', optional: true } }
    expect(whyInstall(project(elsewhere, wanted))).toBeNull()
  })
})
