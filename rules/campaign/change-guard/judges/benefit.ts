import { type Judge, neutral, ranked } from '../judge'

const BASIS = '内部的依据和批准记录更新，权益不变'

/** What every benefit states. One that is stopped for a while is a matter of the switches, not of the terms. */
export const benefitFields = (name: string): Record<string, Judge> => ({
  [`${name}.enabled`]: ranked([[false], [true]], '开放一项优惠有利，取消不利'),
  [`${name}.legalBasis`]: neutral(BASIS),
  [`${name}.approver`]: neutral(BASIS),
})
