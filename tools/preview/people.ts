import type { InputOf } from '#contract/operation'
import type { appointStaff } from '#contract/staff'

/** Somebody the preview can be. All invented; the ids have the shape of WeChat's but belong to nobody. */
export interface Person {
  key: string
  name: string
  /** What makes this one worth trying, in a few words. */
  note: string
  openid: string
  unionid: string
  follows: boolean
  /** The person's openid with the official account, which its pushes carry; it differs from the mini-program's. */
  officialAccountOpenid: string
}

function person(key: string, name: string, note: string, follows: boolean): Person {
  return {
    key,
    name,
    note,
    follows,
    openid: `oDemoMini-${key}`,
    unionid: `oDemoUnion-${key}`,
    officialAccountOpenid: `oDemoAccount-${key}`,
  }
}

export const customers: readonly [Person, Person, Person] = [
  person('linxiao', '林晓', '已关注，前几天抽过奖', true),
  person('chenmo', '陈默', '已关注，第一次来', true),
  person('zhoulan', '周岚', '没有关注公众号', false),
]

/** Somebody of the invented campaign team. */
export interface StaffPerson extends Person {
  role: InputOf<typeof appointStaff>['role']
  /** A place of the demo campaign. */
  branchCode?: string
  workshopId?: string
}

const staff = (
  key: string,
  name: string,
  note: string,
  place: Pick<StaffPerson, 'role' | 'branchCode' | 'workshopId'>,
): StaffPerson => ({ ...person(key, name, note, false), ...place })

/** Works at a branch: may redeem vouchers (我的 → 核销). */
export const staffMember = staff('hejing', '何静', '网点人员，可以核销服务礼包', {
  role: 'branch',
  branchCode: 'SF0101',
})

/** The first two are named at set-up; they decide on the others together, as in production. */
export const admins: readonly [StaffPerson, StaffPerson] = [
  staff('hanliyan', '韩立言', '管理员', { role: 'admin' }),
  staff('xuzhixing', '许知行', '管理员', { role: 'admin' }),
]

/** Everybody of the roster but the admins. */
export const team: readonly StaffPerson[] = [
  staff('guofang', '郭芳', '审核', { role: 'reviewer' }),
  staff('dengning', '邓宁', '审核', { role: 'reviewer' }),
  staff('songxiaolan', '宋晓岚', '财务', { role: 'finance' }),
  staff('tangwei', '唐卫', '财务', { role: 'finance' }),
  staff('fengyiyuan', '冯一远', '财务', { role: 'finance' }),
  staffMember,
  staff('luoping', '罗平', '网点人员，在另一个网点', { role: 'branch', branchCode: 'SF0103' }),
  staff('jianghai', '姜海', '合作维修厂', { role: 'workshop', workshopId: 'demo-north' }),
  staff('yuxin', '于欣', '分析', { role: 'analyst' }),
]

/** Proposed, and not yet of the roster. */
export const newcomer: StaffPerson = staff('suyun', '苏芸', '还没有登记', { role: 'reviewer', branchCode: 'SF0102' })

/** Nobody has seen this one before: a new openid each time. */
export function freshVisitor(): Person {
  const key = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
  return person(`visitor-${key}`, '新访客', `第一次打开 · ${key}`, false)
}
