import { afterEach, expect } from 'vitest'
import { type Device, newDevice } from './host/device'
import { type Entry, Host } from './host/host'
import { readWeappPackage } from './package/read-package'
import type { WeappPackage } from './package/weapp-package'

/** The output of the WeChat build. */
export const buildFolder = new URL('../../dist/weapp', import.meta.url).pathname

let weapp: WeappPackage | undefined
const running = new Set<Host>()

/** The compiled mini-program, read once a test file. */
export function compiledWeapp(): WeappPackage {
  weapp ??= readWeappPackage(buildFolder)
  return weapp
}

/** Starts the compiled mini-program in jsdom. It is killed when the test ends, and what went wrong in it fails the test. */
export function launch(device: Device, entry: Entry = {}): Host {
  const host = new Host(compiledWeapp(), device, entry)
  running.add(host)
  return host
}

/** A phone with no cloud behind it. */
export const loneDevice = (): Device => newDevice({ url: 'http://127.0.0.1:9', identity: null, openToAnyone: false })

/** Call before the cloud is stopped: a call under way would fail and be a fault. */
export function killAll(): void {
  for (const host of running) host.kill()
}

/** The test runner ends a run for a promise that nobody looks after: here only the host is to hear of it. */
export async function withoutRunnersEars(act: () => Promise<void>): Promise<void> {
  const runners = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  try {
    await act()
  } finally {
    for (const runner of runners) process.on('unhandledRejection', runner)
  }
}

afterEach(() => {
  killAll()
  const faults = [...running].flatMap((host) => host.faults.all)
  running.clear()
  expect(faults).toEqual([])
})
