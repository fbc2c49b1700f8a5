import { readdirSync, readFileSync } from 'node:fs'
import { expect, expectTypeOf, test } from 'vitest'
import { accepted, referral, referralFacts, wangsPolicy } from '../../tests/fixtures/referral'
import { demoTerms } from '../../tests/fixtures/terms'
import type { PolicyBenefit } from '../benefit/benefit'
import type { LedgerChange } from '../policy-event/ledger-change'
import { decideReferral, type Referral } from '../policy-event/referral'
import type { Invitation } from './invitation'

/** 推荐只有一级：没有地方写得下第二级。 */
test('类型上：一次邀请只有一位推荐人，不指向另一次邀请；一张保单只有一笔奖励', () => {
  expectTypeOf<Invitation['referrerId']>().toEqualTypeOf<string>()
  expectTypeOf<Referral['invitation']['referrerId']>().toEqualTypeOf<string>()
  expectTypeOf<ReturnType<typeof decideReferral>>().toEqualTypeOf<LedgerChange | null>()
  expectTypeOf<NonNullable<PolicyBenefit['referral']>>().toEqualTypeOf<{ invitationId: string; inviteeId: string }>()
  // Nothing in an invitation is another one, or a list of people.
  type Nested = { [Key in keyof Invitation]: Invitation[Key] extends readonly unknown[] | Invitation ? Key : never }
  expectTypeOf<Nested[keyof Invitation]>().toEqualTypeOf<never>()
})

test('甲推荐乙，乙推荐丙：丙的奖励归乙，甲什么都不多', () => {
  const terms = demoTerms()
  const first = decideReferral(terms, referralFacts())
  if (!first) throw new Error('no reward')
  const second = decideReferral(
    terms,
    referralFacts({
      policy: wangsPolicy({ policyNumber: 'CHEN', holderId: 'chen', vehicleId: 'chen-car' }),
      ledger: [first.benefit],
      referral: referral({
        invitation: accepted({ invitationId: 'demo.chen.1', referrerId: 'wang' }),
        referrer: {
          holderId: 'wang',
          phoneHash: 'wang-phone',
          vehicleIds: new Set(['wang-car']),
          cardHash: null,
          branchCode: 'LI01',
        },
        invitee: { holderId: 'chen', phoneHash: 'chen-phone', vehicleIds: new Set(['chen-car']), cardHash: null },
      }),
    }),
  )
  expect(second).toMatchObject({ kind: 'grant', benefit: { holderId: 'wang', amountFen: 10_000 } })
})

test('写奖励的代码里没有第二级的字眼', () => {
  const folder = new URL('.', import.meta.url)
  for (const file of readdirSync(folder).filter((name) => !name.includes('.test.'))) {
    expect(readFileSync(new URL(file, folder), 'utf8'), file).not.toMatch(
      /upline|grandReferrer|secondLevel|parentReferr/i,
    )
  }
})
