import { formatInstant } from '#values/days'
import type { Result } from '@/cloud/call'
import { prizeNow, showCodeOfPrize, showMyCode } from '@/cloud/prize-collection'
import { showCode, voucherNow } from '@/cloud/service-pack'
import type { CodeOnShow } from '@/cloud/shown-code'

/** What is known of the thing that a code opens. */
export interface CodeFacts {
  title: string
  detail: string
  /** Each time it was used: one more than before means that this code was. */
  uses: { at: number; words: string }[]
}

/** One kind of code: how it is asked for, and what the page says of it. */
export interface CodeSource {
  /** The page's own title. */
  pageTitle: string
  /** Before anything is known of it. */
  title: string
  done: string
  back: string
  ask: () => Promise<Result<CodeOnShow>>
  /** Null where nothing becomes of it that the page could see. */
  facts: (() => Promise<CodeFacts | null>) | null
}

export interface CodeParams {
  voucher?: string
  prize?: string
}

export function sourceOf({ voucher, prize }: CodeParams): CodeSource {
  if (voucher !== undefined) return ofVoucher(voucher)
  return prize === undefined ? ofCustomer : ofPrize(decodeURIComponent(prize))
}

const usesText = (usesLeft: number | null): string => (usesLeft === null ? '不限次数' : `还可用 ${usesLeft} 次`)

const ofVoucher = (voucherId: string): CodeSource => ({
  pageTitle: '出示券码',
  title: '服务券',
  done: '已核销',
  back: '返回服务礼包',
  ask: () => showCode(voucherId),
  async facts() {
    const result = await voucherNow(voucherId)
    if (!result.ok) return null
    const { title, plate, usesLeft, history } = result.data
    const uses = history.map(({ at, item, where }) => ({ at, words: `${item}，${where}，${formatInstant(at)}。` }))
    return { title, detail: `${plate} · ${usesText(usesLeft)}`, uses }
  },
})

const ofPrize = (benefitId: string): CodeSource => ({
  pageTitle: '出示领奖码',
  title: '奖品',
  done: '已领取',
  back: '返回',
  ask: () => showCodeOfPrize(benefitId),
  async facts() {
    const result = await prizeNow(benefitId)
    if (!result.ok) return null
    const { title, detail, handedOver } = result.data
    const uses = handedOver
      ? [{ at: handedOver.at, words: `${title}，${handedOver.where}，${formatInstant(handedOver.at)}。` }]
      : []
    return { title, detail: `在${detail}领取`, uses }
  },
})

const ofCustomer: CodeSource = {
  pageTitle: '我的身份码',
  title: '我的身份码',
  done: '',
  back: '',
  ask: showMyCode,
  facts: null,
}
