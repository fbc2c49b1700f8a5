import { expect, test } from 'vitest'
import { missingEntries } from './complete-lock.mjs'

const rollup = {
  version: '4.68.7',
  dev: true,
  optionalDependencies: { '@rollup/rollup-linux-x64-gnu': '4.68.7', '@rollup/rollup-darwin-arm64': '4.68.7' },
}
const here = { version: '4.68.7', dev: true, optional: true, os: ['linux'], cpu: ['x64'] }

test('a native package of another system is added at the version that is wanted', () => {
  const packages = {
    'node_modules/vite/node_modules/rollup': rollup,
    'node_modules/@rollup/rollup-linux-x64-gnu': here,
  }
  expect(missingEntries(packages)).toEqual({
    entries: {
      'node_modules/@rollup/rollup-darwin-arm64': {
        version: '4.68.7',
        cpu: ['arm64'],
        dev: true,
        optional: true,
        os: ['darwin'],
      },
    },
    unknown: [],
  })
})

test('one that stands beside the package that wants it is not missing', () => {
  const packages = {
    'node_modules/rollup': { ...rollup, optionalDependencies: { '@rollup/rollup-linux-x64-gnu': '4.68.7' } },
    'node_modules/rollup/node_modules/@rollup/rollup-linux-x64-gnu': here,
  }
  expect(missingEntries(packages)).toEqual({ entries: {}, unknown: [] })
})

test('glibc and musl are told apart', () => {
  const wanting = { version: '1.0.0', optionalDependencies: { '@a/b-linux-arm64-musl': '1.0.0' } }
  expect(missingEntries({ 'node_modules/a': wanting }).entries).toEqual({
    'node_modules/@a/b-linux-arm64-musl': {
      version: '1.0.0',
      cpu: ['arm64'],
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
  })
})

test('what has no exact version or is no native package is only told', () => {
  const wanting = { version: '1.0.0', optionalDependencies: { 'usage-stats': 'latest', '@a/b-win32-x64': '^2.0.0' } }
  const { entries, unknown } = missingEntries({ 'node_modules/a': wanting })
  expect(entries).toEqual({})
  expect(unknown).toEqual([
    'usage-stats@latest, wanted by node_modules/a',
    '@a/b-win32-x64@^2.0.0, wanted by node_modules/a',
  ])
})
