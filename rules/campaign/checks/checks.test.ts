import { describe, expect, test } from 'vitest'
import { day } from '#values/days'
import { bps, fen, ppm } from '#values/money'
import { problemsWith } from '../../../tests/fixtures/campaign-file'
import { demoPrize, demoTerms, type TermsOverrides } from '../../../tests/fixtures/terms'
import type { PrizeDrawTerms, PrizeTerms, RateTable } from '../terms'

type Case = [name: string, overrides: TermsOverrides, path: string | null, says: string]

const factors = (...shares: number[]) => shares.map((share, claimsFrom) => ({ claimsFrom, factorBps: bps(share) }))

/** Exactly one problem at `path`, saying `says`; null for no problem at all: the other side of the boundary. */
function finds([, overrides, path, says]: Case): void {
  const problems = problemsWith(overrides)
  expect(problems.map((problem) => problem.path)).toEqual(path === null ? [] : [path])
  const key =
    path
      ?.split('.')
      .at(-1)
      ?.replace(/\[\d+\]$/, '') ?? ''
  for (const problem of problems) {
    expect(problem.message).toContain(says)
    expect(problem.lineText).toContain(key)
  }
}

const fuelCard = (overrides: Partial<PrizeTerms>): TermsOverrides => {
  const [, ...others] = demoTerms().prizeDraw.prizes
  return { prizeDraw: { prizes: [demoPrize('fuel-card-200', overrides), ...others] } }
}

describe('§5.4.3 中奖概率', () => {
  const cases: Case[] = [
    ['与各奖品之和相等', { prizeDraw: { winningOddsPpm: ppm(300_000) } }, null, ''],
    ['多百万分之一', { prizeDraw: { winningOddsPpm: ppm(300_001) } }, 'prizeDraw.winningOddsPercent', '30.0001%'],
    ['少百万分之一', { prizeDraw: { winningOddsPpm: ppm(299_999) } }, 'prizeDraw.winningOddsPercent', '29.9999%'],
    ['合计超过 100%', fuelCard({ oddsPpm: ppm(705_001) }), 'prizeDraw.prizes', '100.0001%，超过 100%'],
    [
      '合计正好 100%',
      { prizeDraw: { ...fuelCard({ oddsPpm: ppm(705_000) }).prizeDraw, winningOddsPpm: ppm(1_000_000) } },
      null,
      '',
    ],
    [
      '概率为 0 的奖品',
      { prizeDraw: { ...fuelCard({ oddsPpm: ppm(0) }).prizeDraw, winningOddsPpm: ppm(295_000) } },
      'prizeDraw.prizes[0].oddsPercent',
      '永远不会中出',
    ],
  ]
  test.each(cases)('%s', (...row) => finds(row))
})

describe('§5.4.3 奖品', () => {
  const card = 'prizeDraw.prizes[0]'
  const dear = (valueFen: number): TermsOverrides => ({
    ...fuelCard({ valueFen: fen(valueFen), name: '加油卡', quantity: 1, perDay: null }),
    budget: { prizesFen: fen(100_000_000), totalFen: fen(522_000_000) },
  })
  const cases: Case[] = [
    ['最高奖 50000 元', dear(5_000_000), null, ''],
    ['最高奖 50000.01 元', dear(5_000_001), `${card}.valueYuan`, '法定上限'],
    ['名称里的元与价值不同', fuelCard({ name: '100 元加油卡' }), `${card}.name`, '名称写的是 100 元'],
    ['每天 2 份，61 天发得完 100 份', fuelCard({ perDay: 2 }), null, ''],
    ['每天 1 份，61 天发不完 100 份', fuelCard({ perDay: 1 }), `${card}.perDay`, '61 天最多发出 61 份'],
    ['每天等于总数', fuelCard({ perDay: 100 }), null, ''],
    ['每天多于总数', fuelCard({ perDay: 101 }), `${card}.perDay`, '多于总数 100 份'],
    ['每人等于总中奖次数', fuelCard({ perCustomer: 5 }), null, ''],
    ['每人多于总中奖次数', fuelCard({ perCustomer: 6 }), `${card}.perCustomer`, '多于每人最多中奖 5 次'],
    ['每人多于总数', fuelCard({ quantity: 4, perDay: null, perCustomer: 5 }), `${card}.perCustomer`, '多于总数 4 份'],
    ['每天等于整个活动', { prizeDraw: { winsPerCustomerPerDay: 5 } }, null, ''],
    ['每天多于整个活动', { prizeDraw: { winsPerCustomerPerDay: 6 } }, 'prizeDraw.winsPerCustomerPerDay', '5 次'],
    ['编号重复', fuelCard({ prizeId: 'phone-holder' }), 'prizeDraw.prizes[3].prizeId', '重复'],
  ]
  test.each(cases)('%s', (...row) => finds(row))
})

describe('§5.4.4 领奖', () => {
  const collection = 'prizeDraw.collection'
  const collect = (change: TermsOverrides<PrizeDrawTerms['collection']>): TermsOverrides => ({
    prizeDraw: { collection: change },
  })
  const cases: Case[] = [
    ['提醒从早到晚', collect({ remindDaysBefore: [7, 3, 1] }), null, ''],
    ['同一天提醒两次', collect({ remindDaysBefore: [7, 7] }), `${collection}.remindDaysBefore`, '从早到晚'],
    ['后写的更早', collect({ remindDaysBefore: [1, 7] }), `${collection}.remindDaysBefore`, '截止前 7 天'],
    ['实物可到网点', fuelCard({ inPerson: true }), null, ''],
    [
      '电子券到网点',
      fuelCard({ delivery: 'coupon', inPerson: true }),
      'prizeDraw.prizes[0].inPerson',
      '电子券不到网点领取',
    ],
  ]
  test.each(cases)('%s', (...row) => finds(row))
})

describe('批准人', () => {
  const share = 'prizeDraw.shareChance.approver'
  const follow = 'prizeDraw.followGate.approver'
  const cases: Case[] = [
    ['点击分享得机会，无批准人', { prizeDraw: { shareChance: { approver: null } } }, share, '开启了分享得机会'],
    ['来访得机会，无批准人', { prizeDraw: { shareChance: { mode: 'on-visit', approver: null } } }, share, '具名'],
    ['批准人写“待定”', { prizeDraw: { shareChance: { approver: '待定' } } }, share, '待定'],
    ['不因分享加机会，可无批准人', { prizeDraw: { shareChance: { mode: 'off', approver: null } } }, null, ''],
    ['提示关注，可无批准人', { prizeDraw: { followGate: { mode: 'prompt', approver: null } } }, null, ''],
    ['必须关注，无批准人', { prizeDraw: { followGate: { mode: 'required' } } }, follow, '以关注公众号为抽奖条件'],
    ['必须关注，有批准人', { prizeDraw: { followGate: { mode: 'required', approver: '王强' } } }, null, ''],
    ['权益的批准人写“领导”', { gift: { approver: '领导' } }, 'gift.approver', '具名批准人'],
    ['法律依据写“无”', { gift: { legalBasis: '无' } }, 'gift.legalBasis', '等于没有'],
  ]
  test.each(cases)('%s', (...row) => finds(row))
})

describe('§3、§7 日期', () => {
  const cases: Case[] = [
    ['预热在活动前一天截止', { period: { warmUpUntilOn: day('2026-08-31') } }, null, ''],
    ['预热在活动当天才截止', { period: { warmUpUntilOn: day('2026-09-01') } }, 'period.startsOn', '必须晚于'],
    ['准备与预热同日开始', { period: { preparationFromOn: day('2026-08-17') } }, null, ''],
    ['准备晚于预热', { period: { preparationFromOn: day('2026-08-18') } }, 'period.warmUpFromOn', '不能早于'],
    ['收尾到最迟发奖日', { period: { closedOn: day('2026-11-25') } }, null, ''],
    ['收尾早一天', { period: { closedOn: day('2026-11-24') } }, 'period.closedOn', '晚于收尾阶段截止日'],
    ['活动首日开始领奖', { prizeDraw: { collection: { opensOn: day('2026-09-01') } } }, null, ''],
    [
      '活动开始前领奖',
      { prizeDraw: { collection: { opensOn: day('2026-08-31') } } },
      'prizeDraw.collection.opensOn',
      '早于活动开始日',
    ],
    ['领奖截止日才开始', { prizeDraw: { collection: { opensOn: day('2026-11-13') } } }, null, ''],
    [
      '领奖截止后才开始',
      { prizeDraw: { collection: { opensOn: day('2026-11-14') } } },
      'prizeDraw.collection.opensOn',
      '晚于截止日 2026 年 11 月 13 日',
    ],
    [
      '同一天调整两次',
      {
        workingDays: {
          overrides: [
            { on: day('2026-11-02'), working: true, reason: '甲' },
            { on: day('2026-11-02'), working: false, reason: '乙' },
          ],
        },
      },
      'workingDays.overrides[1].on',
      '写了两次',
    ],
  ]
  test.each(cases)('%s', (...row) => finds(row))

  test('承诺的工作日超出日历：每一处都指出，不悄悄按周末推算', () => {
    const problems = problemsWith({ period: { endsOn: day('2026-12-21'), closedOn: day('2027-01-31') } })
    const beyond = problems.filter(({ message }) => message.includes('超出工作日历'))
    expect(beyond.map(({ path }) => path)).toEqual([
      'renewalRebate.paidWithinWorkingDays',
      'gift.handOverWithinWorkingDays',
      'referralReward.paidWithinWorkingDays',
      'prizeDraw.collection.withinWorkingDays',
    ])
  })
})

describe('档次首尾相接', () => {
  const tiers = demoTerms().renewalRebate.noClaimTiers
  const chain = (...ends: [from: number, below: number | null][]): TermsOverrides => ({
    renewalRebate: {
      noClaimTiers: ends.map(([from, below]) => ({
        premiumFromFen: fen(from * 100),
        premiumBelowFen: below === null ? null : fen(below * 100),
        rateBps: tiers[0]?.rateBps ?? bps(0),
      })),
    },
  })
  const at = (index: number, end: string) => `renewalRebate.noClaimTiers[${index}].premium${end}Yuan`
  const cases: Case[] = [
    ['只有一档，从 0 到不限', chain([0, null]), null, ''],
    ['相接', chain([0, 3000], [3000, null]), null, ''],
    ['留空 1 元', chain([0, 3000], [3001, null]), at(1, 'From'), '没有对应的档'],
    ['重叠 1 元', chain([0, 3000], [2999, null]), at(1, 'From'), '重叠'],
    ['不从 0 起', chain([1, null]), at(0, 'From'), '¥0 至 ¥1 没有对应的档'],
    ['没有到不限', chain([0, 3000]), at(0, 'Below'), '¥3,000 及以上没有对应的档'],
    ['中间写了不限', chain([0, null], [3000, null]), at(1, 'From'), '重叠'],
    ['上限不高于下限', chain([0, 3000], [3000, 3000], [3000, null]), at(1, 'Below'), '不高于下限'],
  ]
  test.each(cases)('%s', (...row) => finds(row))
})

describe('§5.2 出险越多，优惠不能越多', () => {
  const cases: Case[] = [
    ['出险 1 次与未出险同减', { renewalDiscount: { oneClaimCutBps: bps(500) } }, null, ''],
    [
      '出险 1 次减得更多',
      { renewalDiscount: { oneClaimCutBps: bps(501) } },
      'renewalDiscount.oneClaimCutPercent',
      '多于',
    ],
    ['9 折加 11.11%，不到原价', { renewalDiscount: { threeOrMoreClaimsRaiseBps: bps(1111) } }, null, ''],
    [
      '9 折加 11.12%，超过原价',
      { renewalDiscount: { threeOrMoreClaimsRaiseBps: bps(1112) } },
      'renewalDiscount.threeOrMoreClaimsRaisePercent',
      '高于原价',
    ],
    ['返还：1 次等于最低档', { renewalRebate: { oneClaimRateBps: bps(300) } }, null, ''],
    [
      '返还：1 次高于最低档',
      { renewalRebate: { oneClaimRateBps: bps(301) } },
      'renewalRebate.oneClaimRatePercent',
      '最低档',
    ],
    ['返还：2 次等于 1 次', { renewalRebate: { twoClaimsRateBps: bps(200) } }, null, ''],
    [
      '返还：2 次高于 1 次',
      { renewalRebate: { twoClaimsRateBps: bps(201) } },
      'renewalRebate.twoClaimsRatePercent',
      '2 次',
    ],
  ]
  test.each(cases)('%s', (...row) => finds(row))
})

describe('§5.1.1 费率表', () => {
  const [first, second] = demoTerms().newCustomerDiscount.rating.tables
  if (!first || !second) throw new Error('the demo campaign has two rate tables')
  const tables = (...list: Partial<RateTable>[]): TermsOverrides => ({
    newCustomerDiscount: {
      rating: { tables: list.map((part, index) => ({ ...(index === 0 ? first : second), ...part })) },
    },
  })
  const [base, ...bases] = first.basePremiums
  const [compulsory, ...compulsories] = first.compulsoryPremiums
  if (!base || !compulsory) throw new Error('the demo rate table lists vehicles')
  const at = (path: string) => `newCustomerDiscount.rating.tables[0].${path}`
  const cases: Case[] = [
    ['活动开始日生效', tables({ effectiveFromOn: day('2026-09-01') }), null, ''],
    [
      '活动开始后一天才生效',
      tables({ effectiveFromOn: day('2026-09-02') }),
      at('effectiveFromOn'),
      '活动开始时没有费率表',
    ],
    ['第二张晚一天', tables({}, { effectiveFromOn: day('2026-01-02') }), null, ''],
    [
      '第二张同一天',
      tables({}, { effectiveFromOn: day('2026-01-01') }),
      'newCustomerDiscount.rating.tables[1].effectiveFromOn',
      '没有晚于上一张表',
    ],
    ['两张同名', tables({}, { tableName: first.tableName }), 'newCustomerDiscount.rating.tables[1].tableName', '重复'],
    [
      '同一种车写两次',
      tables({ basePremiums: [base, ...bases, base] }),
      at(`basePremiums[${bases.length + 1}].vehicleType`),
      '轿车（家庭自用）省内的基准保费写了两次',
    ],
    [
      '缺一个区域',
      tables({ basePremiums: bases }),
      at('basePremiums[0].vehicleType'),
      '轿车（家庭自用）没有省内的基准保费',
    ],
    [
      '缺交强险',
      tables({ compulsoryPremiums: compulsories }),
      at('basePremiums[0].vehicleType'),
      '轿车（家庭自用）没有交强险保费',
    ],
    [
      '交强险写两次',
      tables({ compulsoryPremiums: [compulsory, ...compulsories, compulsory] }),
      at(`compulsoryPremiums[${compulsories.length + 1}].vehicleType`),
      '写了两次',
    ],
    [
      '有交强险、没有基准保费',
      tables({ compulsoryPremiums: [compulsory, ...compulsories, { ...compulsory, usageNature: 'freight-private' }] }),
      at(`compulsoryPremiums[${compulsories.length + 1}].vehicleType`),
      '轿车（非营业货车）没有基准保费',
    ],
    ['系数相同', tables({ noClaimFactors: factors(10_000, 10_000) }), null, ''],
    [
      '出险更多系数更低',
      tables({ noClaimFactors: factors(10_000, 9_999) }),
      at('noClaimFactors[1].factorPercent'),
      '系数反而更低',
    ],
    [
      '没有 0 次的系数',
      tables({ noClaimFactors: [{ claimsFrom: 1, factorBps: bps(10_000) }] }),
      at('noClaimFactors[0].claimsFrom'),
      '没有出险 0 次的系数',
    ],
    [
      '次数重复',
      tables({ noClaimFactors: [0, 0].map((claimsFrom) => ({ claimsFrom, factorBps: bps(10_000) })) }),
      at('noClaimFactors[1].claimsFrom'),
      '没有比上一行多',
    ],
  ]
  test.each(cases)('%s', (...row) => finds(row))
})

describe('一种都不少', () => {
  const [ordinary, silver, gold] = demoTerms().gift.loyaltyGrades
  if (!ordinary || !silver || !gold) throw new Error('the demo campaign has three grades')
  const kept = demoTerms().personalData.kept
  const [branch] = demoTerms().branches
  if (!branch) throw new Error('the demo campaign has branches')
  const cases: Case[] = [
    ['等级齐全', { gift: { loyaltyGrades: [ordinary, silver, gold] } }, null, ''],
    ['少了银卡', { gift: { loyaltyGrades: [ordinary, gold] } }, 'gift.loyaltyGrades', '没有写银卡'],
    [
      '银卡写在金卡后面',
      { gift: { loyaltyGrades: [ordinary, { ...gold, tiersUp: 0 }, silver] } },
      'gift.loyaltyGrades[2].name',
      '银卡低于上一行的金卡',
    ],
    [
      '金卡提高得比银卡少',
      { gift: { loyaltyGrades: [ordinary, { ...silver, tiersUp: 2 }, gold] } },
      'gift.loyaltyGrades[2].tiersUp',
      '提高得更少',
    ],
    [
      '少了一类个人信息',
      { personalData: { kept: kept.slice(0, -1) } },
      'personalData.kept',
      '领奖信息（prize-collection）',
    ],
    ['机构代码重复', { branches: [branch, branch] }, 'branches[1].branchCode', '重复'],
  ]
  test.each(cases)('%s', (...row) => finds(row))
})

describe('§5.1.2 多长时间不出险', () => {
  const claimFree = (firstYearRebate: TermsOverrides['firstYearRebate']): TermsOverrides => ({ firstYearRebate })
  const cases: Case[] = [
    ['首年整个保险期间', claimFree({ claimFree: 'first-year' }), null, ''],
    ['活动期间：没有办法核实', claimFree({ claimFree: 'campaign-period' }), 'firstYearRebate.claimFree', '无从核实'],
    ['没有开放的不管', claimFree({ enabled: false, claimFree: 'campaign-period' }), null, ''],
  ]
  test.each(cases)('%s', (...row) => finds(row))
})

describe('§5.3.1 两项折扣相减', () => {
  const both = (own: number, further: number): TermsOverrides => ({
    newCustomerDiscount: { discountBps: bps(own) },
    referralReward: { inviteeDiscountBps: bps(further), stacking: 'subtract' },
  })
  const cases: Case[] = [
    ['还剩万分之一', both(5000, 5001), null, ''],
    ['一分不剩', both(5000, 5000), 'referralReward.stacking', '保费为 0'],
  ]
  test.each(cases)('%s', (...row) => finds(row))
})

describe('§5.3 推荐有礼', () => {
  const reward = (referralReward: TermsOverrides['referralReward']): TermsOverrides => ({ referralReward })
  const cases: Case[] = [
    ['只给现金，不用写礼品', reward({ form: 'cash', giftName: null }), null, ''],
    ['可以选礼品，没有写是什么', reward({ giftName: null }), 'referralReward.giftName', '没有写是什么礼品'],
    ['只给礼品，没有写是什么', reward({ form: 'gift', giftName: null }), 'referralReward.giftName', '没有写'],
    ['10 个工作日，10 天后审核', reward({ holdDays: 10 }), null, ''],
    ['9 月 13 日出单的，第 11 天就应到账', reward({ holdDays: 11 }), 'referralReward.holdDays', '前就应到账'],
  ]
  test.each(cases)('%s', (...row) => finds(row))
})

describe('§10 风险评分', () => {
  const reachable = (reviewFromScore: number): TermsOverrides => ({
    risk: { reviewFromScore, points: { ring: 0, sharedBankAccount: 0, samePhonePrefix: 0, manyInvitations: 0 } },
  })
  const cases: Case[] = [
    ['各项合计正好', reachable(80), null, ''],
    ['各项合计差一分', reachable(81), 'risk.reviewFromScore', '最多 80 分'],
  ]
  test.each(cases)('%s', (...row) => finds(row))
})

describe('§8 预算', () => {
  const cases: Case[] = [
    ['合计少 1 分', { budget: { totalFen: fen(449_999_999) } }, 'budget.totalYuan', '与九项之和'],
    ['奖品正好等于预算', { budget: { prizesFen: fen(23_500_000), totalFen: fen(445_500_000) } }, null, ''],
    [
      '奖品超过预算 1 分',
      { budget: { prizesFen: fen(23_499_999), totalFen: fen(445_499_999) } },
      'budget.prizesYuan',
      '超过预算',
    ],
    [
      '礼品超过预算',
      { budget: { giftsFen: fen(41_129_999), totalFen: fen(448_129_999) } },
      'budget.giftsYuan',
      '超过预算',
    ],
  ]
  test.each(cases)('%s', (...row) => finds(row))
})

test('不是演示活动，却留着演示内容：逐处指出', () => {
  const paths = problemsWith({ demo: false }).map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['organiser.name', 'organiser.phone', 'personalData.contact']))
})
