import * as v from 'valibot'
import { type DrawOutcome, type Receipt, receiptSchema } from '#contract/prize-draw'
import { day, formatDay, formatInstant } from '#values/days'

/** A receipt as text: JSON, as it is copied here, pasted into 开奖验证 and read by tools/verify-draw. */
export const receiptText = (receipt: Receipt) => JSON.stringify(receipt, null, 2)

/** The receipt in a pasted text, or null when there is none. */
export function readReceiptText(text: string): Receipt | null {
  try {
    const receipt = v.safeParse(receiptSchema, JSON.parse(text))
    return receipt.success ? receipt.output : null
  } catch {
    return null
  }
}

/** How a draw ended, in a few words. `prizeName` is the prize that the ticket hit. */
export function outcomeWords(outcome: DrawOutcome, prizeName: string | null): string {
  switch (outcome.kind) {
    case 'won':
      return `中奖：${prizeName ?? '奖品'}`
    case 'none':
      return '未中奖'
    case 'out-of-stock':
      return `未中奖：${prizeName ?? '奖品'}已发完`
    case 'limit-reached':
      return `未中奖：${prizeName ?? '奖品'}已达每人上限`
    case 'prize-stopped':
      return `${prizeName ?? '奖品'}暂停发放，没有占用机会`
  }
}

/** `037,512`: always six digits, as tickets are counted from 000,000 to 999,999. */
export function ticketDigits(ticket: number): string {
  const digits = String(ticket).padStart(6, '0')
  return `${digits.slice(0, 3)},${digits.slice(3)}`
}

/** Everything that stands in a receipt, each with its Chinese name. `code`: a value that is compared, not read. */
export function receiptLines(
  receipt: Receipt,
  prizeName: string | null,
): { label: string; value: string; code: boolean }[] {
  const line = (label: string, value: string, code = false) => ({ label, value, code })
  return [
    line('抽奖日', formatDay(day(receipt.on), true)),
    line('当日次序', `第 ${receipt.ordinal} 次`),
    line('抽奖时间', formatInstant(receipt.at, true)),
    line('结果', outcomeWords(receipt.outcome, prizeName)),
    line('号码', ticketDigits(receipt.ticket)),
    line('您的随机数', receipt.nonce, true),
    line('抽奖编号', receipt.pseudonym, true),
    line('活动编号', receipt.campaignId, true),
    line('条款', `第 ${receipt.termsVersion} 版`),
    line('条款指纹', receipt.termsHash, true),
  ]
}
