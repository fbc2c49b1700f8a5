import { expect } from 'vitest'
import { fen } from '#values/money'
import { benefitDocument, li, liCar, policyDocument, tellOfBoth, zhang, zhangCar } from '../handlers/policy-book'
import { journey, withBrowser } from './journey'

withBrowser()

const rebate = benefitDocument('renewal-rebate', policyDocument(li, liCar), {
  amountFen: fen(26_840),
  costFen: fen(26_840),
  statement: [
    { kind: 'part', label: '上年保费返还', value: '¥268.40', note: null, clause: '§5.2.2', amountFen: fen(26_840) },
    { kind: 'result', label: '返还', value: '¥268.40', note: null, clause: '§5.2.2', amountFen: fen(26_840) },
  ],
})
const gift = benefitDocument('gift', policyDocument(zhang, zhangCar), { customerOwes: 'details' })

journey('从概览的一张卡片走到台账，看一笔返还怎么算的，把台账导出', [], async ({ cloud, staff }) => {
  await tellOfBoth(cloud, [rebate, gift])
  const desk = await staff({ name: '徐分析', role: 'analyst' })
  await desk.see('等客户补充')
  await desk.press('等客户补充')
  await desk.see('共 1 笔')
  await desk.see('张**')
  await desk.dontSee('续保保费返还')

  await desk.press('清除筛选')
  await desk.see('共 2 笔')
  await desk.press('¥268.40')
  await desk.see('金额怎么来的')
  await desk.see('上年保费返还')
  await desk.see('等审核')
  await desk.key('Escape')

  await desk.press('导出')
  const file = (await desk.download('文本表格（CSV）')).toString()
  expect(file.split('\r\n')).toHaveLength(4)
  expect(file).toContain('268.4')
  expect(file).not.toContain(li.name)
})
