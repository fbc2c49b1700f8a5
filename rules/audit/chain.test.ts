import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AuditAct, type AuditEntry, chainStart, entryAfter, entryHash, followChain } from './chain'
import { checkPage } from './check-page'

const act = (changes: Partial<AuditAct> = {}): AuditAct => ({
  at: 1_788_000_000_000,
  who: { account: 'aaaaaaaaaaaaaaaa', name: '审核演示', role: 'reviewer' },
  what: 'review.approve',
  object: { kind: 'benefit', id: 'demo.P1.gift' },
  before: { state: 'pending' },
  after: { state: 'approved' },
  why: '资料齐全',
  requestId: 'r1',
  ...changes,
})

function chainOf(length: number): AuditEntry[] {
  const entries: AuditEntry[] = []
  for (let number = 1; number <= length; number += 1) {
    entries.push(entryAfter(entries.at(-1) ?? chainStart, act({ requestId: `r${number}` })))
  }
  return entries
}

test('没有动过的链是完整的，从任何一处接着查都一样', () => {
  const entries = chainOf(5)
  expect(followChain(chainStart, entries)).toEqual({ last: { number: 5, hash: entries[4]?.hash }, broken: null })
  expect(followChain({ number: 2, hash: entries[1]?.hash ?? '' }, entries.slice(2)).broken).toBeNull()
  expect(followChain(chainStart, []).broken).toBeNull()
})

describe('动过的链，指出第一条不对的', () => {
  test.each<[string, (entries: AuditEntry[]) => AuditEntry[], ReturnType<typeof followChain>['broken']]>([
    [
      '改了内容',
      (all) => all.map((one) => (one.number === 3 ? { ...one, why: '另一个理由' } : one)),
      { number: 3, why: 'altered' },
    ],
    [
      '改了之前的值',
      (all) => all.map((one) => (one.number === 2 ? { ...one, before: { state: 'refused' } } : one)),
      { number: 2, why: 'altered' },
    ],
    [
      '改了内容并重新算了它的校验值',
      (all) =>
        all.map((one) => {
          if (one.number !== 3) return one
          const changed = { ...one, why: '另一个理由' }
          return { ...changed, hash: entryHash(changed) }
        }),
      { number: 4, why: 'unlinked' },
    ],
    ['删了中间一条', (all) => all.filter(({ number }) => number !== 3), { number: 3, why: 'missing' }],
    ['删了第一条', (all) => all.slice(1), { number: 1, why: 'missing' }],
    [
      '插进一条',
      (all) => [...all.slice(0, 2), entryAfter({ number: 1, hash: all[0]?.hash ?? '' }, act()), ...all.slice(2)],
      { number: 3, why: 'missing' },
    ],
  ])('%s', (_name, tamper, broken) => expect(followChain(chainStart, tamper(chainOf(5))).broken).toEqual(broken))
})

test('规律：任何一条里任何一个字段改了，都查得出来', () => {
  const field = fc.constantFrom<keyof AuditAct>('at', 'who', 'what', 'object', 'before', 'after', 'why', 'requestId')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), field, (number, name) => {
      const entries = chainOf(8).map((entry) => (entry.number === number ? { ...entry, [name]: 'x' } : entry))
      expect(followChain(chainStart, entries).broken).toEqual({ number, why: 'altered' })
    }),
  )
})

describe('一页一页地查，并且要查到链头', () => {
  const entries = chainOf(5)
  const at = (number: number) => ({ number, hash: entries[number - 1]?.hash ?? chainStart.hash })
  test.each<[string, ReturnType<typeof checkPage>, ReturnType<typeof checkPage>]>([
    ['第一页，还没有完', checkPage(chainStart, entries.slice(0, 3), at(5)), { last: at(3), broken: null, done: false }],
    ['最后一页之后是空的，查完了', checkPage(at(5), [], at(5)), { last: at(5), broken: null, done: true }],
    ['链头落在后面，是崩溃留下的，不要紧', checkPage(at(5), [], at(4)), { last: at(5), broken: null, done: true }],
    [
      '还没有到链头就没有了',
      checkPage(at(4), [], at(5)),
      { last: at(4), broken: { number: 5, why: 'missing' }, done: true },
    ],
    [
      '链头说的是另一条链',
      checkPage(chainStart, entries, { number: 4, hash: 'f'.repeat(64) }),
      { last: chainStart, broken: { number: 4, why: 'unlinked' }, done: true },
    ],
    ['什么都没有记', checkPage(chainStart, [], null), { last: chainStart, broken: null, done: true }],
  ])('%s', (_name, checked, expected) => expect(checked).toEqual(expected))
})
