import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What customers read; a campaign file's checks are for whoever writes one. */
const files = ['src', 'cloudfunctions', 'rules']
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)))
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !file.startsWith(join('rules/campaign/checks')))

/** 9 月 21 日前 says nothing of the 21st itself. */
const WITHOUT_THE_DAY = /formatDay\([^`\n]*\)\}\s?前(?!（含当日）)/

test('写到哪一天前的，都写明含当日', () => {
  expect(files.length).toBeGreaterThan(300)
  expect(files.filter((file) => WITHOUT_THE_DAY.test(readFileSync(file, 'utf8')))).toEqual([])
})
