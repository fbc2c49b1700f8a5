import type { OutputOf } from '#contract/operation'
import { openCollection } from '#contract/prize-collection'
import type { PicturedState } from './state'

type View = OutputOf<typeof openCollection>
const page = 'packages/prize-collection/pages/index'
const at = Date.parse('2026-09-08T10:00:00+08:00')

const byCarrier = '快递到中奖者填写的地址，运费由主办方承担'

const goods = (view: View): View => ({
  ...view,
  prize: { ...view.prize, kind: 'fuel-card', name: '200 元加油卡', valueFen: 20_000, deliveryNote: byCarrier },
  branches: [
    { branchCode: 'SF0101', name: '示范市中心营业部', address: '示范市演示路 1 号', phone: '400-000-0000' },
    { branchCode: 'SF0103', name: '示范市城东支公司', address: '示范市示例大道 8 号', phone: '400-000-0000' },
  ],
  stage: 'to-fill',
  next: '请在 11 月 13 日前（含当日）填写领奖信息，逾期视为放弃。',
  editable: true,
  ways: [
    { way: 'delivery', asks: ['name', 'phone', 'region', 'address', 'idNumber'] },
    { way: 'in-person', asks: ['name', 'phone', 'branch', 'idNumber'] },
  ],
  tax: { grossFen: 25_000, withheldFen: 5_000, netFen: 20_000, borneBy: 'organiser' },
  consent: {
    recipient: ['示范财产保险收集您的领奖信息，只用于核实中奖、发放这件奖品和联系您。'],
    identity: ['示范财产保险收集您的姓名和证件号，只用于依法代扣代缴偶然所得个人所得税。'],
  },
  handOver: null,
})
const filled = {
  ...{ way: 'delivery' as const, branchCode: null, name: '林演示', phone: '13800001234' },
  ...{ region: ['示范省', '示范市', '示范区'], address: '演示路 1 号 2 单元 301', idMask: '110*************34' },
}
const changed = (name: string, change: (view: View) => Partial<View>): PicturedState => ({
  ...{ name: `领奖-${name}`, path: page, whole: true },
  answers: { [openCollection.name]: { change: (view: View) => ({ ...goods(view), ...change(view) }) } },
})
const pictured = (name: string, change: Partial<View>) => changed(name, () => change)

/** 领奖 in each of its states. */
export const collectionStates: readonly PicturedState[] = [
  pictured('填写', {}),
  {
    ...pictured('没有填', {}),
    async act(phone) {
      await phone.tap('提交领奖信息')
      await phone.see('请填写真实姓名')
    },
  },
  {
    ...pictured('填写-到网点', {}),
    async act(phone) {
      await phone.tap('到网点领取')
      await phone.see('领取网点')
    },
  },
  changed('填写-小件', ({ prize }) => ({
    prize: { ...prize, kind: 'accessories', name: '车载手机支架', valueFen: 4_500 },
    ...{ ways: [{ way: 'delivery', asks: ['name', 'phone', 'region', 'address'] }], tax: null },
  })),
  pictured('待核实', {
    stage: 'submitted',
    filled,
    next: '领奖信息已提交，9 月 11 日前（含当日）核实完毕；核实前可以修改。',
  }),
  pictured('退回', {
    ...{ stage: 'returned', filled, returned: { at, why: '门牌号不完整' } },
    next: '领奖信息需要改正：门牌号不完整。请在 11 月 13 日前（含当日）改正后提交。',
  }),
  pictured('到网点领取', {
    ...{ stage: 'verified', editable: false, filled: { ...filled, way: 'in-person', region: [], address: '' } },
    next: '已核实，请到示范市中心营业部领取，到店后出示领奖码；9 月 15 日前（含当日）备好。',
  }),
  pictured('已寄出', {
    ...{ stage: 'handed-over', editable: false, filled, next: '已寄出，请留意快递。' },
    handOver: { kind: 'carrier', at, carrier: 'sf', trackingNumber: 'SF1234567890' },
  }),
  pictured('券码', {
    ...{ stage: 'handed-over', editable: false, tax: null, next: '券码已发放，使用时出示。' },
    handOver: { kind: 'code', at, code: 'WASH-2026-0001', validUntilOn: '2026-12-07' },
  }),
  pictured('已在网点领取', {
    ...{ stage: 'handed-over', editable: false, filled, tax: null, next: '已经领取。' },
    handOver: { kind: 'in-person', at, where: '示范市中心营业部' },
  }),
  pictured('未到填写时间', {
    ...{ stage: 'not-open', editable: false },
    next: '11 月 1 日起可以填写领奖信息，11 月 13 日截止。',
  }),
  pictured('未通过', { stage: 'refused', editable: false, next: '没有通过审核：同一个人领取次数超过上限。' }),
  pictured('逾期', {
    stage: 'expired',
    editable: false,
    next: '领奖信息没有在 11 月 13 日前（含当日）提交，按活动规则视为放弃。',
  }),
]
