import type { Day } from '#values/days'
import { type Fen, fen, formatFen } from '#values/money'
import type { PolicyBenefit } from './benefit'
import type { Offer } from './offers'
import { advice, fact, result, type StatementLine } from './statement'

export type { Offer } from './offers'

/** What a rule answers for one policy: all of a ledger entry that does not depend on whose policy it is. */
export type RuleAnswer = Pick<
  PolicyBenefit,
  | 'rule'
  | 'clause'
  | 'budgetLine'
  | 'form'
  | 'decision'
  | 'statement'
  | 'amountFen'
  | 'costFen'
  | 'dueOn'
  | 'expiresOn'
  | 'giftId'
>

interface Given {
  amountFen: Fen
  /** Where it costs more than it is worth to the customer, as with tax that the organiser bears. */
  costFen?: Fen
  facts: StatementLine[]
  /** Adding up to `amountFen`. */
  parts: StatementLine[]
  /** What would have changed it. */
  advice: StatementLine[]
  /** Said beside the result: 优惠后保费 ¥3,762.00. */
  note?: string
  dueOn?: Day | null
  expiresOn?: Day | null
  giftId?: string | null
  /** Why it comes to nothing, should the amount be zero. */
  ifNothing: string
}

/** Said where nothing comes of the terms' rates, and the rule knows of nothing else. */
const CALCULATED = '为零是按条款的比例和取整算出来的；保费更高的，可能有。'

/** An amount with its statement; an amount of nothing is not granted, and says what would have changed it. */
export function give(offer: Offer, given: Given): RuleAnswer {
  const { amountFen, facts, parts, note = null, ifNothing } = given
  const nothing = amountFen === 0
  const help = nothing && given.advice.length === 0 ? [advice(CALCULATED, offer.clause)] : given.advice
  return {
    rule: offer.rule,
    clause: offer.clause,
    budgetLine: offer.budgetLine,
    form: offer.form,
    decision: nothing ? { kind: 'not-granted', why: ifNothing } : { kind: 'granted' },
    statement: [...facts, ...parts, result(offer.title, amountFen, offer.clause, nothing ? ifNothing : note), ...help],
    amountFen,
    costFen: given.costFen ?? amountFen,
    dueOn: nothing ? null : (given.dueOn ?? null),
    expiresOn: nothing ? null : (given.expiresOn ?? null),
    giftId: nothing ? null : (given.giftId ?? null),
  }
}

/** Nothing, with the reason and what would have changed it. */
export const giveNothing = (offer: Offer, why: string, facts: StatementLine[], advice: StatementLine[]): RuleAnswer =>
  give(offer, { amountFen: fen(0), facts, parts: [], advice, ifNothing: why })

/** The terms do not open it. */
export const notOpen = (offer: Offer, name = offer.title): RuleAnswer =>
  giveNothing(offer, `本次活动没有开放${name}`, [], [advice('没有开放的，什么条件都没有。', offer.clause)])

/** 待核实: no figure until the missing facts arrive. */
export function toVerify(offer: Offer, missing: readonly string[], facts: StatementLine[] = []): RuleAnswer {
  const words = missing.join('、')
  return {
    ...giveNothing(offer, '', [], []),
    decision: { kind: 'to-verify', missing: words },
    statement: [
      ...facts,
      fact(offer.title, '待核实', offer.clause, `${words}还不知道，核实后按条款计算，这里先不列金额。`),
    ],
    amountFen: null,
    costFen: null,
  }
}

/** 暂停: no figure until the benefit is started again. */
export function stoppedFor(offer: Offer, facts: StatementLine[] = []): RuleAnswer {
  return {
    ...giveNothing(offer, '', [], []),
    decision: { kind: 'stopped' },
    statement: [
      ...facts,
      fact(offer.title, '暂停', offer.clause, '这项优惠暂时停止，恢复后按条款计算并补上，这里先不列金额。'),
    ],
    amountFen: null,
    costFen: null,
  }
}

export const premiumFact = (commercialPremiumFen: Fen): StatementLine =>
  fact('商业险保费', formatFen(commercialPremiumFen), null, '本期保单活动优惠前的保费，以核心系统出单为准')
