import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { readRules } from '#contract/campaign'
import { startOf } from '#values/days'
import { fen, ppm } from '#values/money'
import { demoPrize, demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import { disclosure } from './disclosure'
import { drawTexts } from './draw-texts'
import { campaignHead } from './head'
import { termsHash } from './terms-hash'

const terms = demoTerms()

/** Everything the page shows for these terms, one line a sentence or table row. */
function page(overrides: TermsOverrides = {}): string {
  const { summary, sections } = disclosure(demoTerms(overrides))
  const rows = sections.flatMap(({ title, paragraphs, table }) => [
    title,
    ...paragraphs,
    ...(table ? [table.head, ...table.rows].map((row) => row.join(' ')) : []),
  ])
  return [...summary, ...rows].join('\n')
}

describe('活动规则：法律要求公示的每一项都在', () => {
  test.each([
    ['主办方', '示范财产保险股份有限公司（演示）主办'],
    ['主办方地址', '示范省示范市演示路 1 号'],
    ['咨询和投诉电话', '400-000-0000'],
    ['时间', '2026 年 9 月 1 日至 10 月 31 日，首日 0 点开始，末日 24 点结束'],
    ['参与条件', '年满 18 周岁'],
    ['不设内定', '不设内定中奖'],
    ['内部人员不得参加', '主办方及其分支机构的员工'],
    ['参与方式', '每天免费抽奖 1 次'],
    ['分享', '点击分享到朋友圈，当天再得 1 次机会'],
    ['奖品种类、价值、数量、概率、限额', '200 元加油卡 加油卡 ¥200 100 份 0.5% 3 份 1 份'],
    ['总中奖概率', '总中奖概率为 30%'],
    ['奖品总价值', '合计价值 ¥221,000'],
    ['发完怎么办', '发完即止'],
    ['使用条件和有效期', '在合作维修厂抵一次普通洗车费用，限七座及以下车辆 发放后 90 天'],
    ['怎样送达', '实体卡快递到中奖者填写的地址'],
    ['领奖截止', '活动结束后 10 个工作日内，即 2026 年 11 月 13 日（含当日）'],
    ['发放', '最迟在 2026 年 11 月 25 日前（含当日）发出'],
    ['弃奖', '视为放弃，奖品补发一次：抽中同一种奖品而当时已发完的人，按抽奖时间先后候补'],
    ['电子券不用填写', '电子券不用填写领奖信息，中奖后 5 个工作日内发到'],
    ['退回后改正', '从退回次日起 5 个工作日内（不早于上述截止日）改正'],
    ['到网点领取', '200 元加油卡、车载手机支架也可以选择到网点领取'],
    ['登记证件', '200 元加油卡须依法代扣代缴个人所得税，领奖时登记姓名和证件号；其他奖品不收集证件号'],
    ['个人所得税', '200 元加油卡、车载手机支架按偶然所得计税，税率 20%；税款由主办方承担'],
    ['开奖怎样验证', '公布当天的种子'],
    ['个人信息', '我们收集：微信用户标识'],
    ['记录保存', '保存 3 年'],
    ['不做不利变更', '不做不利于参加者的变更'],
    ['演示', '这是演示活动'],
    ['新客户折扣', '商业险保费享 9.5 折；交强险不打折'],
    ['续保返还', '¥3,000 及以上、不满 ¥6,000，返还 4%'],
    ['推荐', '推荐人得 ¥100 现金'],
    ['新客户的认定', '投保前 12 个月内，这辆车和投保人都没有本公司在保的车险保单'],
    ['试算不是最终保费', '保费试算仅供参考，以出单时核心系统的保费为准'],
    ['首年返还的期限', '首年保险期间没有出险且次年续保'],
    ['首年返还怎样失效', '次年保单须与首年保单首尾相接，逾期返还失效'],
    ['礼品等级', '金卡客户提高 1 档，最高到末档'],
    ['被推荐人的折扣', '再享 9.8 折，折上折，两个折扣相乘'],
    ['取整', '每项金额只在最后一步舍去到分'],
    ['上限', '每位投保人享受优惠的车辆：3 辆；每辆车享受优惠的保单：1 张；每位投保人优惠合计：最多 ¥20,000'],
    ['待核实', '先不给出金额，核实后再定'],
    ['退保', '退保后，这张保单的优惠随之收回'],
    ['个人信息保存', '保单 5 年 保险法要求'],
    ['微信付', '只在您单独同意后，才把收款人姓名和金额提供给'],
  ])('%s', (_name, sentence) => expect(page()).toContain(sentence))

  test('是接口约定的形状', () => {
    const campaign = campaignHead(
      { terms, version: 1, hash: termsHash(terms), stops: [] },
      startOf(terms.period.startsOn),
    )
    const reply = { campaign, publishedAt: 0, ...disclosure(terms) }
    expect(v.parse(readRules.output, reply)).toEqual(reply)
    expect(campaign.phase).toBe('running')
  })
  test('每段编号唯一，都有内容', () => {
    const { sections } = disclosure(terms)
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
    for (const { paragraphs, table } of sections)
      expect(paragraphs.length + (table?.rows.length ?? 0)).toBeGreaterThan(0)
  })
})

describe('文字随条款变', () => {
  test.each<[string, TermsOverrides, string]>([
    ['概率', { prizeDraw: { winningOddsPpm: ppm(123_400) } }, '总中奖概率 12.34%'],
    ['工作日', { prizeDraw: { collection: { withinWorkingDays: 11 } } }, '2026 年 11 月 16 日'],
    ['奖品发完改发下一种', { prizeDraw: { whenOut: 'next-prize' } }, '改发表中排在其后、还可以得到的奖品'],
    ['来访才计', { prizeDraw: { shareChance: { mode: 'on-visit' } } }, '有他人从您的分享进入，您当天再得 1 次机会'],
    ['必须关注', { prizeDraw: { followGate: { mode: 'required' } } }, '关注公众号“示范车险服务”后可以抽奖'],
    ['税款自付', { prizeDraw: { tax: { borneBy: 'winner' } } }, '税款由中奖者承担，主办方代扣代缴'],
    ['不补发', { prizeDraw: { collection: { alternateWithinWorkingDays: null } } }, '奖品作废，不再补发'],
    ['捐赠', { prizeDraw: { collection: { forfeiture: 'donate' } } }, '折价捐赠'],
    ['奖励金额带分', { referralReward: { rewardFen: fen(10_050) } }, '推荐人得 ¥100.50 现金'],
    ['不限次数', { prizeDraw: { winsPerCustomer: null } }, '每人整个活动中奖次数：不限'],
    ['推荐奖励最多几次', { referralReward: { rewardsPerReferrer: 7 } }, '每位推荐人最多奖励 7 次'],
    ['推荐奖励不限', { referralReward: { rewardsPerReferrer: null } }, '每位推荐人奖励次数不限'],
    ['奖励是礼品', { referralReward: { form: 'gift' } }, '推荐人得 ¥100 的等值礼品（车载应急启动电源），在出单后'],
    ['最近的邀请算数', { referralReward: { countedInvitation: 'last' } }, '最近的有效邀请算数'],
    ['当天审核', { referralReward: { holdDays: 0 } }, '出单当天开始审核，退保的不给奖励'],
    ['首年返还按活动期间', { firstYearRebate: { claimFree: 'campaign-period' } }, '活动期间没有出险且次年续保'],
    ['首年返还可以间隔', { firstYearRebate: { renewWithinDays: 30 } }, '最迟在首年保单到期后 30 天内起保'],
    ['折扣点相减', { referralReward: { stacking: 'subtract' } }, '两项折扣各减各的'],
    ['四舍五入到元', { rounding: { unit: 'yuan', direction: 'half-up' } }, '四舍五入到元'],
    ['优惠合计不限', { offerLimits: { totalPerCustomerFen: null } }, '每位投保人优惠合计：不限'],
    ['新客户的月数', { eligibility: { newCustomerLapsedMonths: 6 } }, '投保前 6 个月内'],
    ['跨年', { period: { startsOn: terms.period.closedOn } }, '2026 年 12 月 15 日至'],
  ])('%s', (_name, overrides, sentence) => {
    expect(page(overrides)).toContain(sentence)
    expect(page()).not.toContain(sentence)
  })

  test('都是价格优惠的奖品，不提税率', () => {
    const prizes = [demoPrize('car-wash-35')]
    expect(page({ prizeDraw: { prizes } })).toContain('不计个人所得税')
    expect(page({ prizeDraw: { prizes } })).not.toContain('税率')
  })
  test('不因分享加机会时，哪里都不提分享', () => {
    expect(page({ prizeDraw: { shareChance: { mode: 'off' } } })).not.toContain('分享')
  })
  test('不开放的权益不出现', () => {
    expect(page({ referralReward: { enabled: false } })).not.toContain('推荐')
    expect(page({ prizeDraw: { enabled: false } })).not.toMatch(/抽奖|中奖概率|开奖/)
  })
  test('从不说“分享成功”', () => {
    for (const mode of ['on-share', 'on-visit'] as const) {
      expect(page({ prizeDraw: { shareChance: { mode } } })).not.toContain('分享成功')
    }
  })
})

describe('抽奖页的文字', () => {
  test('怎样得机会', () => {
    expect(drawTexts(terms).howTo).toEqual([
      '2026 年 9 月 1 日至 10 月 31 日，每天免费抽奖 1 次；机会当天有效，0 点更新。',
      '点击分享到朋友圈，当天再得 1 次机会；每天最多 1 次。',
      '关注公众号“示范车险服务”可收到活动通知；不关注也可以抽奖。',
      '中奖后请在 2026 年 11 月 13 日前（含当日）填写领奖信息。',
    ])
  })
  test('海报有活动、时间、概率和主办方', () => {
    expect(drawTexts(terms).posterLines.join('|')).toMatch(/金秋车主回馈季\|.*10 月 31 日\|.*30%\|示范财产保险/)
  })
})
