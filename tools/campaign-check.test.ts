import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

function campaignCheck(...files: string[]) {
  const args = ['--import', 'tsx', 'tools/campaign-check.ts', ...files]
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
}

test('没有问题：退出码 0，列出要点', () => {
  const { status, stdout } = campaignCheck('campaigns/demo.yaml')
  expect(stdout).toContain('检查通过：金秋车主回馈季（demo-2026-autumn，演示活动）')
  expect(stdout).toContain('2026 年 11 月 13 日')
  expect(status).toBe(0)
}, 60_000)

test('有问题：退出码 1，逐条写明文件、行、列、条款、原因和改法', () => {
  const { status, stdout } = campaignCheck('campaigns/holes.yaml')
  expect(stdout).toMatch(/^campaigns\/holes\.yaml:4:1 「活动名称」还没有填写 → /)
  expect(stdout).toMatch(/\ncampaigns\/holes\.yaml:\d+:\d+ §5\.4\.3 .*法定上限 → 换成不超过 50000 元的奖品\n/)
  expect(stdout).toMatch(/共 \d+ 处问题/)
  expect(status).toBe(1)
}, 60_000)

test.each([
  ['没有写文件', [], '用法'],
  ['文件不存在', ['campaigns/nowhere.yaml'], '读不到文件'],
])(
  '%s：退出码 2，说明怎样做',
  (_name, files, says) => {
    const { status, stderr } = campaignCheck(...files)
    expect(stderr).toContain(says)
    expect(status).toBe(2)
  },
  60_000,
)
