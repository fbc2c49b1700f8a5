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

/** Works at a branch: may redeem vouchers (我的 → 核销). */
export const staffMember = person('hejing', '何静', '网点人员，可以核销服务礼包', false)

/** Nobody has seen this one before: a new openid each time. */
export function freshVisitor(): Person {
  const key = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
  return person(`visitor-${key}`, '新访客', `第一次打开 · ${key}`, false)
}
