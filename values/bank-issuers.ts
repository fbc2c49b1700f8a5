/**
 * 发卡行 by the first digits of a card number, the common debit cards: a suggestion for a form, never a proof. The longest
 * prefix that fits counts.
 */
const PREFIXES: Readonly<Record<string, string>> = {
  '622202': '中国工商银行',
  '621226': '中国工商银行',
  '621225': '中国工商银行',
  '622208': '中国工商银行',
  '955880': '中国工商银行',
  '622848': '中国农业银行',
  '622845': '中国农业银行',
  '622846': '中国农业银行',
  '95599': '中国农业银行',
  '621660': '中国银行',
  '621661': '中国银行',
  '621785': '中国银行',
  '456351': '中国银行',
  '601382': '中国银行',
  '621700': '中国建设银行',
  '622700': '中国建设银行',
  '436742': '中国建设银行',
  '622280': '中国建设银行',
  '622260': '交通银行',
  '622262': '交通银行',
  '622188': '中国邮政储蓄银行',
  '621799': '中国邮政储蓄银行',
  '622588': '招商银行',
  '621286': '招商银行',
  '622609': '招商银行',
  '622521': '上海浦东发展银行',
  '622615': '中国民生银行',
  '622622': '中国民生银行',
  '622690': '中信银行',
  '622698': '中信银行',
  '622908': '兴业银行',
  '622909': '兴业银行',
  '622666': '中国光大银行',
  '622630': '华夏银行',
  '622568': '广发银行',
  '622298': '平安银行',
}
const LONGEST = 6
const SHORTEST = 5

/** Null when the prefix is not in the table. */
export function issuerOfCard(cardNumber: string): string | null {
  for (let length = LONGEST; length >= SHORTEST; length -= 1) {
    const issuer = PREFIXES[cardNumber.slice(0, length)]
    if (issuer) return issuer
  }
  return null
}
