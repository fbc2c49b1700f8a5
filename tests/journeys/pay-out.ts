import type { World } from './journey'

/**
 * Three of finance pay what waits, to one account: one builds the batch, another approves and releases it, the third takes in
 * the bank's answer.
 * @param tail of the account
 */
export async function payOut(staff: World['staff'], tail: string): Promise<void> {
  const builder = await staff({ name: '孙财务', role: 'finance' })
  await builder.open('打款')
  await builder.press('编制批次')
  await builder.see(`尾号 ${tail}`)
  await builder.press('编制')
  await builder.see('您编制的批次，要由别人复核')

  const approver = await staff({ name: '李财务', role: 'finance' })
  await approver.open('打款')
  await approver.press('待复核')
  await approver.press('复核通过')
  await approver.see('请核对笔数、合计和校验值')
  await approver.press('复核通过')
  await approver.press('放行')
  await approver.see('批次不能再撤销')
  await approver.press('放行')
  const file = await approver.download('下载银行文件')
  const [, line = ''] = new TextDecoder('gb18030').decode(file).split('\r\n')
  const [batchId, number, , , , amount] = line.split(',')
  const reader = await staff({ name: '周财务', role: 'finance' })
  await reader.open('打款')
  await reader.press('待结果')
  await reader.upload('银行结果文件', {
    name: 'results.csv',
    content: `批次号,序号,账号后四位,金额,状态,流水号,失败原因\n${batchId},${number},${tail},${amount},成功,REF2026,\n`,
  })
  await reader.see('已入账：成功 1 笔，失败 0 笔，不明 0 笔')
  await reader.see('已对完')
}
