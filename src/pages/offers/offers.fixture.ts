import type { CampaignHead } from '@/cloud/campaign'
import type { BoundView, Offer, OffersView, PublishedOffer, StatementLine, VehicleCard } from '@/cloud/offers'

const now = Date.parse('2026-09-08T10:00:00+08:00')

export const campaign: CampaignHead = {
  campaignId: 'test-2026',
  title: '金秋车主回馈季',
  organiser: '示范财产保险股份有限公司',
  demo: false,
  phase: 'running',
  startsOn: '2026-09-01',
  endsOn: '2026-12-31',
  runsFromAt: Date.parse('2026-09-01T00:00:00+08:00'),
  runsUntilAt: Date.parse('2027-01-01T00:00:00+08:00'),
  collectUntilOn: '2027-01-12',
  termsVersion: 1,
  termsHash: 'ab'.repeat(32),
  paused: [],
}

export const newCustomer: PublishedOffer[] = [
  {
    rule: 'new-customer-discount',
    clause: '§5.1.1',
    title: '新客户保费折扣',
    figure: '9.5 折',
    sentence: '投保成功即享，按车辆类型、使用性质和行驶区域核定的商业险保费计算。',
    limits: ['近 12 个月内在本公司没有保单。', '交强险不参与。'],
  },
  {
    rule: 'first-year-rebate',
    clause: '§5.1.2',
    title: '首年保费返还',
    figure: '3%',
    sentence: '活动期内未出险，次年按时续保，抵扣次年保费。',
    limits: ['只抵扣保费，不兑换现金。'],
  },
]

export const renewing: PublishedOffer[] = [
  {
    rule: 'renewal-discount',
    clause: '§5.2.1',
    title: '续保折扣',
    figure: '最低 8.55 折',
    sentence: '基准 9 折，上年未出险再减 5%，出险 1 次再减 2%。',
    limits: ['出险 3 次及以上，按基准折扣上浮 5%。'],
  },
  {
    rule: 'renewal-rebate',
    clause: '§5.2.2',
    title: '续保保费返还',
    figure: '最高 5%',
    sentence: '按上年商业险保费和出险次数返还现金，续保后 15 个工作日内到账。',
    limits: ['出险 3 次及以上不返还。'],
  },
  {
    rule: 'gift',
    clause: '§5.2.3',
    title: '续保礼品',
    figure: '3 档',
    sentence: '按保费与忠诚度等级，赠车载吸尘器、行车记录仪或空气净化器。',
    limits: ['每车一份，赠完为止。'],
  },
]

const line = (change: Partial<StatementLine> & Pick<StatementLine, 'kind' | 'label' | 'value'>): StatementLine => ({
  clause: '§5.2.1',
  amountFen: null,
  note: null,
  ...change,
})

export const offer = (change: Partial<Offer> = {}): Offer => ({
  benefitId: null,
  rule: 'renewal-discount',
  clause: '§5.2.1',
  title: '续保折扣',
  form: 'discount',
  state: { kind: 'foreseen' },
  amountFen: 63_800,
  giftName: null,
  dueOn: null,
  expiresOn: null,
  next: '续保出单时直接减免。',
  statement: [
    line({ kind: 'fact', label: '商业险保费', value: '¥4,400.00', clause: null, note: '核心系统核定' }),
    line({ kind: 'part', label: '续保基准折扣', value: '¥440.00', amountFen: 44_000, note: '¥4,400.00 按 9 折' }),
    line({ kind: 'part', label: '上年未出险', value: '¥198.00', amountFen: 19_800, note: '再减 5%' }),
    line({ kind: 'result', label: '续保减免', value: '¥638.00', amountFen: 63_800 }),
  ],
  messages: [],
  ...change,
})

export const rebate = (change: Partial<Offer> = {}): Offer =>
  offer({
    benefitId: 'test-2026.PDAA202600000001.renewal-rebate',
    rule: 'renewal-rebate',
    clause: '§5.2.2',
    title: '续保保费返还',
    form: 'cash',
    amountFen: 26_840,
    dueOn: '2026-12-08',
    next: '审核通过后打到您的收款账户。',
    statement: [
      line({ kind: 'fact', label: '上年商业险保费', value: '¥5,368.00', clause: null }),
      line({
        kind: 'part',
        label: '按 5% 返还',
        value: '¥268.40',
        amountFen: 26_840,
        clause: '§5.2.2',
        note: '未出险，保费 ¥5,000.00 以上',
      }),
      line({ kind: 'result', label: '返还金额', value: '¥268.40', amountFen: 26_840, clause: '§5.2.2' }),
    ],
    ...change,
  })

export const toVerify = (change: Partial<Offer> = {}): Offer =>
  offer({
    state: { kind: 'to-verify', missing: '上年出险次数' },
    amountFen: null,
    next: '核实后自动更新，无需您操作。',
    statement: [line({ kind: 'fact', label: '上年出险次数', value: '待核实', clause: null })],
    ...change,
  })

export const notGiven = (change: Partial<Offer> = {}): Offer =>
  offer({
    rule: 'renewal-rebate',
    title: '续保保费返还',
    clause: '§5.2.2',
    form: 'cash',
    state: { kind: 'not-given', reason: '上年出险 3 次，按条款不返还。' },
    amountFen: null,
    next: '出险 2 次及以内可返还 ¥66.00。',
    statement: [
      line({ kind: 'fact', label: '上年出险', value: '3 次', clause: null }),
      line({ kind: 'advice', label: '怎样会更多', value: '出险 2 次及以内可返还 ¥66.00。', clause: '§5.2.2' }),
    ],
    ...change,
  })

export const vehicle = (change: Partial<VehicleCard> = {}): VehicleCard => ({
  vehicleId: '0a'.repeat(16),
  plate: '京A·8***1',
  plateKind: 'blue',
  vehicleType: '轿车',
  policyNumber: 'PDAA202500000001',
  policyState: 'in-force',
  coverStartsOn: '2025-10-11',
  coverEndsOn: '2026-10-10',
  commercialPremiumFen: 440_000,
  compulsoryPremiumFen: 95_000,
  claimsSoFar: 0,
  renewal: {
    fromOn: '2026-09-01',
    untilOn: '2026-10-10',
    premiumBeforeFen: 440_000,
    premiumAfterFen: 376_200,
    offers: [
      offer(),
      rebate({ benefitId: null, state: { kind: 'foreseen' } }),
      offer({
        rule: 'gift',
        clause: '§5.2.3',
        title: '续保礼品',
        form: 'gift',
        giftName: '行车记录仪',
        amountFen: 29_900,
        next: '续保后到网点领取。',
        statement: [],
      }),
    ],
  },
  offers: [],
  ...change,
})

export const bound = (change: Partial<BoundView> = {}): BoundView => ({
  holderName: '林*',
  phone: '138****1234',
  vehicles: [vehicle()],
  bankAccount: null,
  toConfirmFen: 0,
  needsBankAccount: true,
  ...change,
})

export const view = (change: Partial<OffersView> = {}): OffersView => ({
  campaign,
  now,
  newCustomer,
  renewing,
  invitation: null,
  referral: { reward: '¥100 现金' },
  bound: null,
  ...change,
})

/** A customer with an electric vehicle newly insured here, a renewed car and one whose claims are not known yet. */
export const threeVehicles = (): VehicleCard[] => [
  vehicle(),
  vehicle({
    vehicleId: '0b'.repeat(16),
    plate: '沪A·D1***5',
    plateKind: 'green',
    vehicleType: '运动型多用途车',
    policyNumber: 'PDAA202600000002',
    coverStartsOn: '2026-09-05',
    coverEndsOn: '2027-09-04',
    claimsSoFar: 3,
    renewal: null,
    offers: [
      offer({
        benefitId: 'b-1',
        state: { kind: 'given', status: 'fulfilled', since: now },
        amountFen: 22_000,
        next: '已在出单时减免。',
      }),
      offer({
        benefitId: 'b-2',
        rule: 'first-year-rebate',
        title: '首年保费返还',
        form: 'set-off',
        state: { kind: 'given', status: 'pending', since: now },
        amountFen: 12_540,
        expiresOn: '2027-10-04',
        next: '保险期间未出险并按时续保，抵扣次年保费。',
      }),
      offer({
        benefitId: 'b-3',
        rule: 'service-pack',
        title: '增值服务礼包',
        form: 'service',
        state: { kind: 'given', status: 'approved', since: now },
        amountFen: 60_000,
        expiresOn: '2027-09-04',
        next: '打开服务礼包使用。',
      }),
      notGiven(),
    ],
  }),
  vehicle({
    vehicleId: '0c'.repeat(16),
    plate: '粤B·6***8',
    plateKind: 'yellow',
    vehicleType: '轻型货车',
    policyNumber: 'PDAA202500000003',
    claimsSoFar: 'unknown',
    renewal: {
      fromOn: '2026-09-20',
      untilOn: '2026-11-20',
      premiumBeforeFen: 612_300,
      premiumAfterFen: null,
      offers: [toVerify()],
    },
  }),
]
