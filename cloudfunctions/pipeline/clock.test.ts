import { expect, test } from 'vitest'
import { DAY_MS } from '#values/days'
import { readClock } from './clock'

const YEAR = 365 * DAY_MS

/** How far the clock reads from the machine's, in years, rounded: real time passes while the test runs. */
const yearsAhead = (environment: NodeJS.ProcessEnv) => Math.round((readClock(environment) - Date.now()) / YEAR)

test.each([
  ['本机的云：时钟可以拨快', { TCB_ENV: 'local', LOCALCLOUD_CLOCK_OFFSET_MS: String(YEAR) }, 1],
  ['本机的云：时钟可以拨回', { TCB_ENV: 'local', LOCALCLOUD_CLOCK_OFFSET_MS: String(-YEAR) }, -1],
  ['本机的云：没有拨', { TCB_ENV: 'local' }, 0],
  ['本机的云：读不懂的值不算', { TCB_ENV: 'local', LOCALCLOUD_CLOCK_OFFSET_MS: 'tomorrow' }, 0],
  ['生产环境不理会', { TCB_ENV: 'motor-campaign-7gk2x', LOCALCLOUD_CLOCK_OFFSET_MS: String(YEAR) }, 0],
  ['名字像 local 的生产环境不理会', { TCB_ENV: 'local-7gk2x', LOCALCLOUD_CLOCK_OFFSET_MS: String(YEAR) }, 0],
  ['没有环境名不理会', { LOCALCLOUD_CLOCK_OFFSET_MS: String(YEAR) }, 0],
])('%s', (_name, environment, years) => {
  expect(yearsAhead(environment)).toBe(years)
})
