import { owe } from '../handlers/payout-desk'
import { journey, withBrowser } from './journey'

withBrowser()

journey('两人复核的批次', [[['operations', 'thirdPersonAboveYuan'], 100]], async ({ cloud, staff }) => {
  await owe(cloud, [1, 2])
  const builder = await staff({ name: '孙财务', role: 'finance' })
  await builder.open('打款')
  await builder.press('编制批次')
  await builder.see('微信商家转账：还没有配置微信支付的商户号，配置好就能用。')
  await builder.see('编制后要另外 2 位复核才能放行')
  await builder.press('编制')
  await builder.see('复核：还要 2 位')
  await builder.dontSee('复核通过')

  const approver = await staff({ name: '李财务', role: 'finance' })
  const admin = await staff({ name: '周管理', role: 'admin' })
  for (const desk of [approver, admin]) {
    await desk.open('打款')
    await desk.press('待复核')
    await desk.press('复核通过')
    await desk.see('请核对笔数、合计和校验值')
    await desk.press('复核通过')
    if (desk === approver) await desk.see('您已复核，还要另一位')
  }
  await admin.see('待放行')
  await admin.dontSee('下载银行文件')
  await approver.reload()
  await approver.press('待放行')
  await approver.press('放行')
  await approver.see('批次不能再撤销')
  await approver.press('放行')
  await approver.see('待结果')
  await approver.see('银行结果要由另一位财务导入')
  await approver.dontSee('导入结果文件')
})
