import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventFacts, lastYear, renewal } from '../../tests/fixtures/policy'
import { demoTerms } from '../../tests/fixtures/terms'
import { heldBy, letGo } from '../payout/settle'
import { decidePolicyEvent } from '../policy-event/decide-policy-event'
import type { BenefitStatus, Decided, PolicyBenefit } from './benefit'
import {
  alter,
  approve,
  BY_SYSTEM,
  clawBack,
  decideAnew,
  expire,
  fulfil,
  mayBecome,
  mayBeTakenBack,
  refuse,
  TAKE_BACK_WITHIN_MS,
  takeBack,
} from './status'
import { waitsForOf } from './waits-for'

/** A renewal's cash rebate, just granted: it waits for review. */
const facts = eventFacts({ policy: renewal(), previous: lastYear() })
const [rebate] = decidePolicyEvent(demoTerms(), facts).flatMap(({ benefit }) =>
  benefit.rule === 'renewal-rebate' ? [benefit] : [],
)
if (!rebate) throw new Error('no rebate')
const granted: PolicyBenefit = rebate
const { now } = facts
const by = (who: string, at = now): Decided => ({ at, by: who, why: '核对无误' })
const reviewer = by('reviewer-1')

const moves = {
  approve: (entry: PolicyBenefit, decided: Decided) => approve(entry, decided),
  fulfil: (entry: PolicyBenefit, decided: Decided) => fulfil(entry, decided),
  refuse: (entry: PolicyBenefit, decided: Decided) => refuse(entry, decided),
  expire: (entry: PolicyBenefit, decided: Decided) => expire(entry, decided),
  clawBack: (entry: PolicyBenefit, decided: Decided) => clawBack(entry, decided),
  takeBack: (entry: PolicyBenefit, decided: Decided) => takeBack(entry, decided),
  decideAnew: (entry: PolicyBenefit, { at }: Decided) => decideAnew(entry, at),
  owe: (entry: PolicyBenefit, { at }: Decided) => alter(entry, { customerOwes: 'account' }, at),
  review: (entry: PolicyBenefit, { at }: Decided) => alter(entry, { needsReview: '有更新' }, at),
}
type Move = keyof typeof moves
const anyMoves = fc.array(
  fc.record({
    move: fc.constantFrom(...(Object.keys(moves) as Move[])),
    by: fc.constantFrom('reviewer-1', 'reviewer-2', BY_SYSTEM),
    after: fc.constantFrom(0, 1, TAKE_BACK_WITHIN_MS, TAKE_BACK_WITHIN_MS + 1),
  }),
  { maxLength: 12 },
)

/** Every entry that these moves lead through, the first included; what may not be done is not done. */
function walk(steps: { move: Move; by: string; after: number }[]): PolicyBenefit[] {
  const path = [granted]
  let entry = granted
  let at = now
  for (const step of steps) {
    at += step.after
    try {
      entry = moves[step.move](entry, { at, by: step.by, why: '试一试' })
    } catch {
      continue
    }
    path.push(entry)
  }
  return path
}

const terminal: readonly BenefitStatus['kind'][] = ['refused', 'expired', 'clawed-back']

describe('规律：无论怎样操作', () => {
  test('没有批准，就到不了“已给”', () => {
    fc.assert(
      fc.property(anyMoves, (steps) => {
        for (const { status, history } of walk(steps)) {
          if (status.kind === 'fulfilled') expect(history.at(-1)?.kind).toBe('approved')
          if (status.kind === 'clawed-back') expect(history.at(-1)?.kind).toBe('fulfilled')
        }
      }),
    )
  })
  test('到头的状态不再变；只有刚做的拒绝可以在时限内撤回，规则自己的拒绝和到期可以重算', () => {
    fc.assert(
      fc.property(anyMoves, (steps) => {
        const path = walk(steps)
        for (const [index, { status }] of path.entries()) {
          const after = path[index + 1]?.status
          if (!after || !terminal.includes(status.kind) || status.kind === 'pending') continue
          if (after.kind === status.kind) continue
          expect(status.kind).not.toBe('clawed-back')
          if (after.kind !== 'pending') throw new Error(`${status.kind} became ${after.kind}`)
          const justRefused = status.kind === 'refused' && after.since - status.at <= TAKE_BACK_WITHIN_MS
          expect(status.by === BY_SYSTEM || justRefused).toBe(true)
        }
      }),
    )
  })
  test('每一步都记下谁、何时、为何；版本只增不减；在哪张单子上永远算得出', () => {
    fc.assert(
      fc.property(anyMoves, (steps) => {
        const path = walk(steps)
        for (const [index, entry] of path.entries()) {
          expect(entry.waitsFor).toBe(waitsForOf(entry))
          for (const status of [...entry.history, entry.status]) {
            if (status.kind === 'pending') continue
            expect(status.by).not.toBe('')
            expect(status.why).not.toBe('')
            expect(status.at).toBeGreaterThanOrEqual(now)
          }
          const before = path[index - 1]
          if (!before) continue
          expect(entry.version).toBeGreaterThan(before.version)
          expect([...entry.history, entry.status].slice(0, before.history.length + 1)).toEqual([
            ...before.history,
            before.status,
          ])
        }
      }),
    )
  })
})

test('刚给的现金返还：待审核；批准后待打款；付了就没有人要办', () => {
  expect(granted.waitsFor).toBe('review')
  const approved = approve(granted, by('reviewer-1', now + 5))
  expect([approved.waitsFor, approved.waitsSinceAt]).toEqual(['payout', now + 5])
  expect(fulfil(approved, by('finance-1', now + 9)).waitsFor).toBeNull()
})

test('没批准的不能给；给了的不能拒绝，只能收回', () => {
  expect(() => fulfil(granted, reviewer)).toThrow('cannot be fulfilled')
  const given = fulfil(approve(granted, reviewer), reviewer)
  expect(mayBecome(given, 'refused')).toBe(false)
  expect(() => refuse(given, reviewer)).toThrow('cannot be refused')
  expect(clawBack(given, reviewer).status.kind).toBe('clawed-back')
})

describe('批准和拒绝可以撤回：十分钟内，且只能撤回人做的决定', () => {
  const approved = approve(granted, reviewer)
  test.each<[name: string, entry: PolicyBenefit, at: number, may: boolean]>([
    ['马上', approved, now, true],
    ['满十分钟', approved, now + TAKE_BACK_WITHIN_MS, true],
    ['过了十分钟', approved, now + TAKE_BACK_WITHIN_MS + 1, false],
    ['拒绝也一样', refuse(granted, reviewer), now, true],
    ['系统做的决定', approve(granted, by(BY_SYSTEM)), now, false],
    ['已经给了', fulfil(approved, reviewer), now, false],
    ['打款批次已经占着', heldBy(approved, 'P0123456789AB', now), now, false],
    ['批次撤销，已经放回', letGo(heldBy(approved, 'P0123456789AB', now), now), now, true],
    ['还没决定', granted, now, false],
  ])('%s', (_name, entry, at, may) => {
    expect(mayBeTakenBack(entry, at)).toBe(may)
  })
  test('撤回后重新待审核，原来的决定留在历史里', () => {
    const back = takeBack(approved, { at: now + 1, by: 'reviewer-1', why: '点错了' })
    expect(back.status).toEqual({ kind: 'pending', since: now + 1, reopened: { by: 'reviewer-1', why: '点错了' } })
    expect(back.waitsFor).toBe('review')
    expect(back.history.map(({ kind }) => kind)).toEqual(['pending', 'approved'])
  })
})
