import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { campaignFile } from '../tests/fixtures/edited-campaign'

const folder = mkdtempSync(join(tmpdir(), 'prove-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function prove(...files: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tools/rules-prove.ts', ...files],
    {
      encoding: 'utf8',
    },
  )
  return { status, stdout, stderr }
}

test('a campaign file whose laws hold: what was asked, and how often', () => {
  const { status, stdout } = prove('campaigns/demo.yaml')
  expect(status).toBe(0)
  expect(stdout).toMatch(/✓ §5\.2 续保：出险次数更多，得到的不会更多（\d+ 个情形）/)
  expect(stdout).toMatch(/条规律，\d+ 个情形，0 条不成立。\n$/)
}, 60_000)

test('a campaign file that does not pass its check is told where, and nothing is proven', () => {
  const file = join(folder, 'gap.yaml')
  writeFileSync(file, campaignFile([[['renewalRebate', 'noClaimTiers', 1, 'premiumFromYuan'], 3001]]))
  const { status, stdout } = prove(file)
  expect(status).toBe(1)
  expect(stdout).toContain(`${file}:`)
  expect(stdout).not.toContain('✓')
}, 60_000)

test('without a file: how to use it', () => {
  expect(prove()).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run rules:prove') })
}, 60_000)
