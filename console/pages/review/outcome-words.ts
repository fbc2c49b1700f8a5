import type { OutputOf } from '#contract/operation'
import type { ReviewItem, ReviewOutcome, takeBackReviews } from '#contract/review'

/** Why this person cannot decide it. */
export const refusalWords: Readonly<Record<NonNullable<ReviewItem['refusal']>, string>> = {
  'not-waiting': '已经不在待审核里',
  own: '您自己的权益，由别人审核',
  'other-branch': '不是您所在网点的',
  'being-paid': '正在打款，等款项有结果',
}

/** What became of one decision that was not made. */
export const outcomeWords: Readonly<Record<Exclude<ReviewOutcome, 'done'>, string>> = {
  ...refusalWords,
  changed: '刚刚有变化或别人先审了',
  unknown: '没有找到',
}

type TakeBackOutcome = OutputOf<typeof takeBackReviews>['outcomes'][number]['outcome']

export const takeBackWords: Readonly<Record<Exclude<TakeBackOutcome, 'done'>, string>> = {
  changed: '之后又有变化，不能撤回',
  'too-late': '已过十分钟，不能撤回',
  'not-yours': '不是您做的决定',
  'gift-out': '礼品已被别人领完，不能撤回驳回',
  unknown: '没有找到',
}

/** 2 笔没有完成：您自己的权益，由别人审核（1 笔）；… Null when all were done. */
export function undoneText<Outcome extends string>(
  outcomes: readonly { outcome: Outcome | 'done' }[],
  words: Readonly<Record<Exclude<Outcome, 'done'>, string>>,
): string | null {
  const counts = new Map<string, number>()
  for (const { outcome } of outcomes) {
    const word = isUndone(outcome, words) ? words[outcome] : null
    if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const undone = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (undone === 0) return null
  return `${undone} 笔没有完成：${[...counts].map(([word, count]) => `${word}（${count} 笔）`).join('；')}。`
}

const isUndone = <Word extends string>(outcome: string, words: Readonly<Record<Word, string>>): outcome is Word =>
  Object.hasOwn(words, outcome)
