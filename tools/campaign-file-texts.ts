import { checkCampaignFile } from '#rules/campaign/check'
import { writeCampaignFile } from '#rules/campaign/file/write'

const templateHeading = [
  '活动文件模板：每个 [X] 都要填写。',
  '',
  '怎样用：复制成 campaigns/活动编号.yaml，逐项填写，再运行',
  '  npm run campaign:check -- campaigns/活动编号.yaml',
  '金额写元，折扣写折（9.5），比例写百分数（30），日期写 2026-09-01；都不带单位字样。说明见 docs/campaign-file.md。',
  '列表可以增加或删去项。本文件由 npx tsx tools/campaign-files.ts 生成，不要直接修改。',
]
const demoHeading = [
  '演示活动：企业、人员、奖品和数字均为虚构。',
  '每一项的说明由 npx tsx tools/campaign-files.ts 按条款的定义重写，值保持不变。',
]

/**
 * What the template and the demo campaign should read, given the demo's present text: labels, units and clauses from the
 * schema, so that neither file drifts from it.
 * @throws Error when the demo campaign is faulty
 */
export function campaignFileTexts(demoText: string): { path: string; text: string }[] {
  const demo = checkCampaignFile(demoText, 'campaigns/demo.yaml')
  if (!demo.ok) throw new Error(`campaigns/demo.yaml is faulty: run npm run campaign:check -- campaigns/demo.yaml`)
  return [
    { path: 'campaigns/template.yaml', text: writeCampaignFile(null, templateHeading) },
    { path: 'campaigns/demo.yaml', text: writeCampaignFile(demo.terms, demoHeading) },
  ]
}
