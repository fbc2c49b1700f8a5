import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideApproval, type FourEyes } from './four-eyes'

const now = 1_788_000_000_000
const facts = (changes: Partial<FourEyes> = {}): FourEyes => ({
  proposedBy: 'chen',
  concerns: ['zhao'],
  approvals: [],
  needed: 1,
  open: true,
  expiresAt: now + 1,
  ...changes,
})
const by = (name: string) => ({ by: name, at: now - 1 })

describe('谁可以同意', () => {
  test.each<[string, FourEyes, string, ReturnType<typeof decideApproval>]>([
    ['另一个人同意，就定了', facts(), 'lin', { kind: 'approves', stillNeeded: 0 }],
    ['自己提的，自己不能同意', facts(), 'chen', { kind: 'refused', reason: 'own' }],
    ['关系到自己的，自己不能同意', facts(), 'zhao', { kind: 'refused', reason: 'concerns-yourself' }],
    [
      '同一个人不能同意两次',
      facts({ needed: 2, approvals: [by('lin')] }),
      'lin',
      { kind: 'refused', reason: 'approved-before' },
    ],
    ['要两个人，第一个同意之后还差一个', facts({ needed: 2 }), 'lin', { kind: 'approves', stillNeeded: 1 }],
    [
      '要两个人，第二个同意就定了',
      facts({ needed: 2, approvals: [by('wu')] }),
      'lin',
      { kind: 'approves', stillNeeded: 0 },
    ],
    ['已经定了的', facts({ open: false }), 'lin', { kind: 'refused', reason: 'decided' }],
    ['没有期限的', facts({ expiresAt: null }), 'lin', { kind: 'approves', stillNeeded: 0 }],
    ['到期前最后一刻', facts({ expiresAt: now + 1 }), 'lin', { kind: 'approves', stillNeeded: 0 }],
    ['到期的一刻', facts({ expiresAt: now }), 'lin', { kind: 'refused', reason: 'expired' }],
  ])('%s', (_name, given, who, decision) => expect(decideApproval(given, who, now)).toEqual(decision))
})

test('规律：不管谁按什么顺序来，需要几个人就正好是几个不同的人，没有提出人，也没有相关的人', () => {
  const people = ['chen', 'zhao', 'lin', 'wu', 'ma', 'xu']
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.constantFrom(...people), { maxLength: 30 }),
      (needed, comers) => {
        let given = facts({ needed })
        for (const who of comers) {
          const decision = decideApproval(given, who, now)
          if (decision.kind === 'refused') continue
          given = { ...given, approvals: [...given.approvals, by(who)], open: decision.stillNeeded > 0 }
        }
        const approved = given.approvals.map((approval) => approval.by)
        expect(new Set(approved).size).toBe(approved.length)
        expect(approved.filter((who) => who === 'chen' || who === 'zhao')).toEqual([])
        expect(given.open).toBe(approved.length < needed)
      },
    ),
  )
})
