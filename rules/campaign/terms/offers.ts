import { choice, code, count, group, list, orNone, text, yuan } from './fields'

/** §5 Every amount of a benefit is rounded once, at the end of its calculation. */
export const rounding = group('金额取整', '§5', {
  unit: choice('取整到', '§5', { fen: '分', jiao: '角', yuan: '元' }),
  direction: choice('取整方式', '§5', { down: '直接舍去', 'half-up': '四舍五入' }),
})

/** §5.1, §5.2 What one customer and one vehicle can get from the offers beside the draw. */
export const offerLimits = group('优惠上限', '§5', {
  vehiclesPerCustomer: orNone(count('每位投保人享受优惠的车辆', '§5', '辆', { min: 1 }), '不限'),
  totalPerCustomerFen: orNone(
    yuan('每位投保人优惠合计', '§5', { min: 1, hint: '折扣、返还、礼品和礼包价值都计入' }),
    '不限',
  ),
  policiesPerVehicle: count('每辆车享受优惠的保单', '§5', '张', { min: 1, max: 10 }),
})

/** §6, §7 The insurer's branches: who issues policies, advises customers and redeems vouchers. */
export const branches = list(
  '营业网点',
  '§7',
  group('一个网点', '§7', {
    branchCode: code('机构代码', '§7', /^[A-Z0-9]{4,12}$/, '与核心系统的机构代码一致，大写字母和数字，4 到 12 位'),
    name: text('名称', '§7'),
    address: text('地址', '§7'),
    phone: code('电话', '§7', /^[0-9][0-9-]{4,19}$/, '数字和连字符，例如 400-000-0000'),
  }),
)
