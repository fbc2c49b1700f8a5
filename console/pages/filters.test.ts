import { expect, test } from 'vitest'
import { wordsOf as auditWords, searchOf } from './audit/filter'
import { filterOf as leadFilter, wordsOf as leadWords } from './leads/filter'
import { filterOf as referralFilter, wordsOf as referralWords } from './referrals/filter'
import { filterOf as reviewFilter, wordsOf as reviewWords } from './review/filter'

const branches = [{ branchCode: 'SF0101', name: '示范一部' }]
const at = (query: string) => new URLSearchParams(query)

test('筛选写在地址里，刷新后还是同一份；认不得的不管', () => {
  expect(reviewFilter(at('rule=gift&branchCode=SF0101&overdue=yes&waits=review'))).toEqual({
    rule: 'gift',
    branchCode: 'SF0101',
    overdue: true,
  })
  expect(reviewFilter(at('rule=none&risky=maybe'))).toEqual({})
  expect(referralFilter(at('state=not-counted&reason=本公司客户&fromOn=2026-09-01&untilOn=soon&risky=yes'))).toEqual({
    state: 'not-counted',
    reason: '本公司客户',
    fromOn: '2026-09-01',
    risky: true,
  })
  expect(leadFilter(at('state=contacted&kind=sell&channel=dealer&overdue=yes'))).toEqual({
    state: 'contacted',
    channel: 'dealer',
    overdue: true,
  })
  expect(searchOf(at('what=data.export&on=2026-02-30&account=abc&kind=none'))).toEqual({
    what: 'data.export',
    account: 'abc',
  })
})

test('导出时记下的筛选，是页面上的话', () => {
  expect(reviewWords({ rule: 'gift', branchCode: 'SF0101', risky: true }, branches)).toBe(
    '续保专属礼品；示范一部；有风险',
  )
  expect(referralWords({ state: 'not-counted', reason: '本公司客户', untilOn: '2026-09-08' }, branches)).toBe(
    '不算推荐；原因含“本公司客户”；到 2026-09-08',
  )
  expect(auditWords({ what: 'data.export', id: 'x'.repeat(200) }, [])).toHaveLength(200)
  const channels = [{ channelId: 'dealer', name: '4S 店' }]
  expect(leadWords({ kind: 'renew', channel: 'dealer', overdue: true }, { branches, channels })).toBe(
    '待联系；预约续保；4S 店；逾期',
  )
  expect(reviewWords({}, branches)).toBe('')
})
