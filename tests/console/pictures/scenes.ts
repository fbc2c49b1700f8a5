import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { fileHeader, fileRows } from '../../../tools/policy-book/policy-file'
import { eventMessage } from '../../fixtures/policy-event'

/** What is done on a page before its picture. False where this role has nothing to do it with. */
interface Scene {
  name: string
  show: (page: Page) => Promise<boolean>
}

/** Presses what is there; what a role does not have is no picture. */
async function press(page: Page, role: 'button' | 'tab' | 'radio', name: string | RegExp): Promise<boolean> {
  const found = page.getByRole(role, { name }).first()
  if ((await found.count()) === 0) return false
  // The visible word is what is pressed: a segment's own radio is hidden behind it.
  await (role === 'radio' ? page.locator('.ant-segmented-item', { hasText: name }).first() : found).click()
  return true
}

/** Opens the list's first row. */
export async function openFirst(page: Page): Promise<boolean> {
  const row = page.locator('.data-table__openable').first()
  if ((await row.count()) === 0) return false
  await row.press('Enter')
  return true
}

/** By the keys of the queue, then what they would come to. */
async function chooseThree(page: Page): Promise<boolean> {
  if ((await page.getByRole('button', { name: '通过所选' }).count()) === 0) return false
  for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key)
  return press(page, 'button', '通过所选')
}

/** The demo's 林晓, whom everybody may look for. */
async function findSomebody(page: Page): Promise<boolean> {
  await page.getByLabel('手机号', { exact: true }).last().fill('13800000001')
  await press(page, 'button', '查找')
  const found = page.getByRole('button', { name: '查看' }).first()
  return found
    .waitFor({ timeout: 5_000 })
    .then(() => true)
    .catch(() => false)
}

/** The demo's own campaign file with more of a gift and another word: one is favourable, the other no machine can judge. */
async function uploadChangedTerms(page: Page): Promise<boolean> {
  if (!(await press(page, 'radio', '更改条款'))) return false
  const text = readFileSync('campaigns/demo.yaml', 'utf8')
  const changed = text.replace(/quantity: 1500\b/, 'quantity: 1700').replace('运费由主办方承担', '快递费由主办方承担')
  const file = { name: 'demo-changed.yaml', mimeType: 'text/yaml', buffer: Buffer.from(changed) }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.locator('.terms__verdict').waitFor()
  return true
}

/** Of a file with a row that is wrong in itself and one that the cloud refuses: what was refused, and why. */
async function importPolicies(page: Page): Promise<boolean> {
  const [bad, strange] = [{ holderIdNumber: '110105194912310021' }, { branchCode: 'SF9999' }]
  const events = [{}, bad, strange].map((one, index) =>
    eventMessage({ policyNumber: `PPICTURE0000000${index}`, ...one }),
  )
  const file = { name: '保单-20260908.csv', mimeType: 'text/csv', buffer: Buffer.from(fileHeader() + fileRows(events)) }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByRole('button', { name: '开始导入' }).click()
  await page.getByRole('table', { name: '拒绝的行' }).waitFor()
  return true
}

/** What one page has to show beside its list, by its title in the menu. */
export const scenesOf: Readonly<Record<string, readonly Scene[]>> = {
  概览: [
    {
      name: '表',
      show: async (page) => {
        const tables = page.locator('.ant-segmented-item', { hasText: '表' })
        for (let index = 0; index < (await tables.count()); index += 1) await tables.nth(index).click()
        return (await tables.count()) > 0
      },
    },
  ],
  待审核: [
    { name: '键盘', show: (page) => press(page, 'button', /键盘操作/) },
    { name: '批量', show: chooseThree },
    { name: '刚决定的', show: (page) => press(page, 'radio', '我刚决定的') },
  ],
  奖品与发放: [
    { name: '已发放', show: (page) => press(page, 'radio', '已发放') },
    { name: '礼品', show: (page) => press(page, 'tab', '礼品') },
    {
      name: '礼品已交付',
      show: async (page) => (await press(page, 'tab', '礼品')) && (await press(page, 'radio', '已交付')),
    },
  ],
  预约: [{ name: '已联系', show: (page) => press(page, 'radio', '已联系') }],
  打款: [{ name: '编制', show: (page) => press(page, 'button', '编制批次') }],
  客户: [
    { name: '查到', show: findSomebody },
    {
      name: '全貌',
      show: async (page) => (await findSomebody(page)) && (await press(page, 'button', '查看')),
    },
    { name: '删除申请', show: (page) => press(page, 'tab', '删除申请') },
  ],
  条款: [
    { name: '版本', show: (page) => press(page, 'radio', /版本与差别/) },
    { name: '差别', show: uploadChangedTerms },
  ],
  保单导入: [{ name: '拒绝', show: importPolicies }],
  开关: [{ name: '停止', show: (page) => press(page, 'button', '停止') }],
  审计日志: [
    {
      name: '检查',
      show: async (page) => {
        if (!(await press(page, 'button', '检查完整性'))) return false
        await page.getByRole('button', { name: '再检查一次' }).waitFor()
        await page.waitForFunction(() => !document.querySelector('.ant-btn-loading'))
        return true
      },
    },
  ],
  人员与登录: [
    { name: '两人决定', show: (page) => press(page, 'tab', '两人决定') },
    { name: '后台登录', show: (page) => press(page, 'tab', '后台登录') },
  ],
}
