import { formatDay } from '#values/days'
import { type Fen, fen, formatPpm, formatYuan } from '#values/money'
import { needsIdentity } from '../../prize-collection/needs'
import { collectUntilOn, handOverUntilOn } from '../calendar'
import { followSentence, shareSentence } from '../draw-texts'
import { countText, limitText, percentText } from '../figures'
import type { PrizeTerms, Terms } from '../terms'
import { prizeKinds } from '../terms/prize-draw'
import { section } from './section'

const worth = (prizes: readonly PrizeTerms[]): Fen =>
  fen(prizes.reduce((sum, { valueFen, quantity }) => sum + valueFen * quantity, 0))

export const waySection = (terms: Terms) =>
  section('way', '怎样抽奖', '§5.4', [
    `活动期间每天免费抽奖 ${terms.prizeDraw.freeChancesPerDay} 次；机会当天有效，不累积，次日 0 点更新。`,
    shareSentence(terms),
    followSentence(terms),
    '每次抽奖的结果当场显示，可在“我的”里查看。',
  ])

export const prizesSection = ({ prizeDraw }: Terms) =>
  section(
    'prizes',
    '奖品、数量和中奖概率',
    '§5.4.3',
    [
      `每次抽奖的总中奖概率为 ${formatPpm(prizeDraw.winningOddsPpm)}，各奖品的概率、数量见下表，合计价值 ${formatYuan(worth(prizeDraw.prizes))}。`,
      prizeDraw.whenOut === 'no-prize'
        ? '奖品发完即止；抽中的奖品已发完、当天份额已满，或您已达到它的每人上限时，该次不中奖。'
        : '抽中的奖品已发完、当天份额已满，或您已达到它的每人上限时，改发表中排在其后、还可以得到的奖品；都没有时，该次不中奖。',
      `每人整个活动中奖次数：${limitText(prizeDraw.winsPerCustomer, '次')}；每人每天中奖次数：${limitText(prizeDraw.winsPerCustomerPerDay, '次')}。超过后抽中的不再发奖。`,
    ],
    {
      head: ['奖品', '种类', '单个价值', '数量', '中奖概率', '每天最多', '每人最多'],
      rows: prizeDraw.prizes.map((prize) => [
        prize.name,
        prizeKinds[prize.kind],
        formatYuan(prize.valueFen),
        `${countText(prize.quantity)} 份`,
        formatPpm(prize.oddsPpm),
        limitText(prize.perDay, '份'),
        limitText(prize.perCustomer, '份'),
      ]),
    },
  )

export const usageSection = ({ prizeDraw }: Terms) =>
  section('usage', '奖品的发放和使用', '§5.4.3', ['奖品不兑换现金，不转让。'], {
    head: ['奖品', '怎样送达', '使用条件', '有效期'],
    rows: prizeDraw.prizes.map((prize) => [
      prize.name,
      prize.deliveryNote,
      prize.usage,
      prize.validDays === null ? '不限' : `发放后 ${prize.validDays} 天`,
    ]),
  })

export function collectionSection(terms: Terms) {
  const { collection, prizes } = terms.prizeDraw
  const coupons = prizes.some(({ delivery }) => delivery === 'coupon')
  const goods = prizes.some(({ delivery }) => delivery === 'goods')
  const inPerson = prizes.filter((prize) => prize.inPerson).map(({ name }) => name)
  const identified = prizes.filter((prize) => needsIdentity(terms, prize)).map(({ name }) => name)
  return section('collection', '怎样领奖', '§5.4.4', [
    goods
      ? `中奖后从 ${formatDay(collection.opensOn, true)}起可以填写领奖信息，最迟在活动结束后 ${collection.withinWorkingDays} 个工作日内，即 ${formatDay(collectUntilOn(terms), true)}（含当日）。`
      : null,
    goods
      ? `我们在收到信息后 ${collection.verifyWithinWorkingDays} 个工作日内核实，核实后 ${collection.handOverWithinWorkingDays} 个工作日内发放；所有奖品最迟在 ${formatDay(handOverUntilOn(terms), true)}前（含当日）发出。`
      : null,
    goods
      ? `信息有误的会写明原因退回，从退回次日起 ${collection.correctWithinWorkingDays} 个工作日内（不早于上述截止日）改正，核实和发放的期限从改正后重新计算。`
      : null,
    coupons
      ? `电子券不用填写领奖信息，中奖后 ${collection.handOverWithinWorkingDays} 个工作日内发到小程序“我的奖品”。`
      : null,
    inPerson.length > 0
      ? `${inPerson.join('、')}也可以选择到网点领取，只填姓名和手机号，凭小程序里的领奖码领取。`
      : null,
    identified.length > 0
      ? `${identified.join('、')}须依法代扣代缴个人所得税，领奖时登记姓名和证件号；其他奖品不收集证件号。`
      : null,
    goods ? forfeitureSentence(collection) : null,
  ])
}

/** 规范促销行为暂行规定: what becomes of a prize that nobody collected is fixed and published before the start. */
function forfeitureSentence({
  forfeiture,
  alternateWithinWorkingDays: days,
}: Terms['prizeDraw']['collection']): string {
  const fate = forfeitedFate[forfeiture]
  if (days === null) return `逾期没有填写，视为放弃，${fate}，不再补发。`
  return (
    '逾期没有填写，视为放弃，奖品补发一次：抽中同一种奖品而当时已发完的人，按抽奖时间先后候补，' +
    `从补发次日起 ${days} 个工作日内填写领奖信息，核实和发放的期限从填写后计算。没有人候补、候补也逾期的，${fate}。`
  )
}

const forfeitedFate = {
  void: '奖品作废',
  donate: '奖品折价捐赠给公益项目，并公布捐赠结果',
} as const

export function taxSection({ prizeDraw: { tax, prizes } }: Terms) {
  const taxed = prizes.filter((prize) => prize.taxable).map((prize) => prize.name)
  const bearer =
    tax.borneBy === 'organiser' ? '税款由主办方承担，您收到的奖品不因此减少' : '税款由中奖者承担，主办方代扣代缴'
  return section('tax', '个人所得税', null, [
    taxed.length === 0
      ? '本次奖品均为价格优惠，不计个人所得税。'
      : `${taxed.join('、')}按偶然所得计税，税率 ${percentText(tax.rateBps)}；${bearer}。`,
    taxed.length > 0 && taxed.length < prizes.length ? '其他奖品为价格优惠，不计个人所得税。' : null,
  ])
}

export const fairnessSection = () =>
  section('fairness', '开奖怎样验证', null, [
    '活动开始前，我们公布一串承诺码，它锁定了每一天的开奖种子和本规则；活动中无法更换。',
    '您的每次抽奖都有凭证。结果由当天的种子、您的匿名编号、日期、次序和您手机生成的随机数算出。',
    '当天结束后公布当天的种子，您可以在“开奖验证”页核对自己的凭证，也可以用公开的工具离线核对。',
  ])
