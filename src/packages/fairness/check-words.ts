import { outcomeWords, ticketDigits } from '@/cloud/receipt-text'
import type { CheckStep, ReceiptCheck } from './receipt-check/check-receipt'

/** One step as it is read: what was checked, what came out, and the values to compare. */
export interface StepWords {
  title: string
  sentence: string
  values: { label: string; value: string }[]
}

type StepOf<Name extends CheckStep['name']> = Extract<CheckStep, { name: Name }>

export function stepWords(step: CheckStep): StepWords {
  switch (step.name) {
    case 'day':
      return {
        title: '日期对应第几天',
        sentence: step.passed
          ? `从活动首日数起，这一天是第 ${step.dayNumber} 天，与公布的一致。`
          : `从活动首日数起，这一天是第 ${step.dayNumber} 天，与公布的不一致。`,
        values: [],
      }
    case 'chain':
      return {
        title: '种子与开始前的承诺一致',
        sentence: step.passed
          ? `把当天的种子连续计算 ${step.times} 次 SHA-256，正好等于承诺：种子没有换过。`
          : `把当天的种子连续计算 ${step.times} 次 SHA-256，不等于承诺：种子不是开始前锁定的那一个。`,
        values: [
          { label: '当天的种子', value: step.seed },
          { label: `计算 ${step.times} 次后`, value: step.end },
          { label: '公布的承诺', value: step.commitment },
        ],
      }
    case 'ticket':
      return {
        title: '号码由种子和您的随机数算出',
        sentence: step.passed
          ? `重新算出的号码是 ${ticketDigits(step.ticket)}，与凭证一致。`
          : `重新算出的号码是 ${ticketDigits(step.ticket)}，凭证上是 ${ticketDigits(step.claimed)}，不一致。`,
        values: [
          { label: '参与计算的文字', value: step.message.split('\n').join(' ⏎ ') },
          { label: 'HMAC-SHA256', value: step.mac },
        ],
      }
    case 'prize':
      return { title: '结果与号码相符', sentence: prizeSentence(step), values: [] }
  }
}

function prizeSentence({ finding, hit, outcome }: StepOf<'prize'>): string {
  const range = hit
    ? `号码在「${hit.name}」的范围 ${ticketDigits(hit.from)} 至 ${ticketDigits(hit.until - 1)} 内`
    : '号码不在任何奖品的范围内'
  switch (finding) {
    case 'follows':
      return hit ? `${range}，应当中奖，结果相符。` : `${range}，应当不中奖，结果相符。`
    case 'depends':
      return outcome.kind === 'won'
        ? `${range}。凭证写明它当时不可得，已按规则顺延到后面的奖品；当时的库存和上限由定时对账核对，凭证本身不能证明。`
        : `${range}。凭证写明「${outcomeWords({ kind: outcome.kind, prizeId: '' }, hit?.name ?? null)}」；当时的库存和上限由定时对账核对，凭证本身不能证明。`
    case 'contradicts':
      return `${range}，凭证上的结果不应出现。`
  }
}

export interface VerdictWords {
  mark: 'tick' | 'cross' | 'clock' | 'unknown'
  title: string
  sentence: string
}

const verdicts: Record<ReceiptCheck['verdict'], VerdictWords> = {
  genuine: {
    mark: 'tick',
    title: '验证通过',
    sentence: '号码和结果与活动开始前的承诺一致，没有被改动。',
  },
  false: {
    mark: 'cross',
    title: '没有通过',
    sentence: '请先确认凭证是完整复制的。如果仍不一致，请保留凭证并联系主办方。',
  },
  'not-revealed': {
    mark: 'clock',
    title: '还不能验证',
    sentence: '当天的种子在次日公布，请次日再来，凭证会一直保留。',
  },
  'no-such-day': { mark: 'unknown', title: '不能验证', sentence: '本次活动没有公布过这一天，请核对凭证上的抽奖日。' },
  'other-campaign': {
    mark: 'unknown',
    title: '不能验证',
    sentence: '这张凭证属于另一个活动，请到那个活动的页面验证。',
  },
  'other-terms': {
    mark: 'unknown',
    title: '不能验证',
    sentence:
      '凭证写明的条款版本和指纹，与生效过的任何一版都不一致。请先确认凭证是完整复制的；如果仍不一致，请保留凭证并联系主办方。',
  },
}

export const verdictWords = (check: ReceiptCheck): VerdictWords => verdicts[check.verdict]

/** Which version of the terms a receipt was checked by. Terms may change while the campaign runs; a draw keeps its own. */
export const termsWords = (version: number, now: number): string =>
  version === now ? `按第 ${version} 版条款核对。` : `按抽奖时生效的第 ${version} 版条款核对（现在是第 ${now} 版）。`
