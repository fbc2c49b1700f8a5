import type { Benefit } from '#rules/benefit/benefit'
import { giftHook } from './gift-hook'
import { prizeHook } from './prize-hook'
import type { ReviewHook } from './review-hook'

const hooks: readonly ReviewHook[] = [giftHook, prizeHook]

export const hookOf = ({ rule }: Pick<Benefit, 'rule'>): ReviewHook | null =>
  hooks.find(({ rules }) => rules.includes(rule)) ?? null
