import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRows } from '#values/csv-rows'
import { bps, fen } from '#values/money'
import { eventFacts, lastYear, renewal } from '../../tests/fixtures/policy'
import { demoTerms } from '../../tests/fixtures/terms'
import type { PolicyBenefit } from '../benefit/benefit'
import { alter, approve, BY_SYSTEM, TAKE_BACK_WITHIN_MS } from '../benefit/status'
import { decidePolicyEvent } from '../policy-event/decide-policy-event'
import { rewardCost } from '../referral-reward/referral-reward'
import { bankFileText } from './bank-file'
import { approvalsNeeded, batchHash, chooseLines, skipReason, totalsOf } from './build-batch'
import { batchMayBecome, type LineOutcome, type LineState, mayImportResults, mayStillLearn, paidAgain } from './payout'
import { payoutTax } from './payout-tax'
import { type KnownLine, readResults } from './read-results'
import { accountCorrected, heldBy, letGo, settled } from './settle'
import { billNumberOf, lineStateOf, type TransferState, transferRequest } from './wechat-transfer'

const terms = demoTerms({
  operations: { payoutLinesPerBatch: 3, thirdPersonAboveFen: fen(100_000), referralCashTaxed: true },
  prizeDraw: { tax: { rateBps: bps(2_000), borneBy: 'winner' } },
})
const facts = eventFacts({ policy: renewal(), previous: lastYear() })
const { now } = facts
const found = decidePolicyEvent(demoTerms(), facts).find(({ benefit }) => benefit.rule === 'renewal-rebate')?.benefit
if (!found) throw new Error('no rebate')
/** Nobody may take the approval back any more. */
const later = now + TAKE_BACK_WITHIN_MS + 1
const decided = { at: now, by: 'reviewer-1', why: '核对无误' }
const granted: PolicyBenefit = found
const approved = (changes: Partial<PolicyBenefit> = {}): PolicyBenefit => ({ ...approve(granted, decided), ...changes })
const candidate = (
  benefit: PolicyBenefit,
  cardHash: string | null = 'card',
  inviteeCardHash: string | null = null,
) => ({
  benefit,
  cardHash,
  inviteeCardHash,
  lacks: 'no-account' as const,
})

describe('哪些可以付', () => {
  test.each<[string, PolicyBenefit, string | null, ReturnType<typeof skipReason>]>([
    ['审核通过、有账户', approved(), 'card', null],
    ['没有账户', approved(), null, 'no-account'],
    ['还没审核', granted, 'card', 'not-approved'],
    ['通过后资料有更新', alter(approved(), { needsReview: '有更新' }, now), 'card', 'not-approved'],
    ['上次失败，客户还没更正账户', alter(approved(), { customerOwes: 'account' }, now), 'card', 'not-approved'],
    ['已在别的批次里', heldBy(approved(), 'P1', now), 'card', 'in-a-batch'],
    ['上个批次撤销了', letGo(heldBy(approved(), 'P1', now), now), 'card', null],
    ['不是现金', approved({ form: 'gift' }), 'card', 'not-approved'],
    ['金额是零', approved({ amountFen: fen(0) }), 'card', 'nothing-to-pay'],
    ['金额待核实', approved({ amountFen: null }), 'card', 'nothing-to-pay'],
  ])('%s', (_name, benefit, cardHash, reason) => {
    expect(skipReason(candidate(benefit, cardHash), later)).toBe(reason)
  })
  test.each<[string, string | null, string | null, ReturnType<typeof skipReason>]>([
    ['和被推荐人同一个账户', 'card', 'card', 'account-of-invitee'],
    ['和被推荐人不同的账户', 'card', 'other', null],
    ['被推荐人没有账户', 'card', null, null],
    ['两人都没有账户', null, null, 'no-account'],
  ])('推荐奖励：%s', (_name, cardHash, inviteeCardHash, reason) => {
    expect(skipReason(candidate(approved({ rule: 'referral-reward' }), cardHash, inviteeCardHash), later)).toBe(reason)
  })
  test('刚通过、还可以撤回的，先不付；过了撤回的时间再付', () => {
    expect(skipReason(candidate(approved()), now)).toBe('just-approved')
    expect(skipReason(candidate(approved()), later - 1)).toBe('just-approved')
    expect(skipReason(candidate(approved()), later)).toBeNull()
    const decidedByRule = approve(granted, { ...decided, by: BY_SYSTEM })
    expect(skipReason(candidate(decidedByRule), now)).toBeNull()
  })
  test('一批不超过条款的笔数，先来的先付，编号从 1 起', () => {
    const lines = chooseLines(
      terms,
      [1, 2, 3, 4].map((index) => candidate(approved({ _id: `b${index}` }))),
      later,
    )
    expect(lines.map(({ number, benefitId }) => [number, benefitId])).toEqual([
      [1, 'b1'],
      [2, 'b2'],
      [3, 'b3'],
    ])
  })
})

describe('扣税和复核人数', () => {
  test('保费返还是降价，不扣税；推荐奖励按条款扣', () => {
    const amountFen = fen(20_000)
    expect(payoutTax(terms, { rule: 'renewal-rebate', amountFen })).toEqual({
      grossFen: 20_000,
      withheldFen: 0,
      netFen: 20_000,
    })
    expect(payoutTax(terms, { rule: 'referral-reward', amountFen })).toEqual({
      grossFen: 20_000,
      withheldFen: 4_000,
      netFen: 16_000,
    })
    const untaxed = demoTerms({ operations: { referralCashTaxed: false } })
    expect(payoutTax(untaxed, { rule: 'referral-reward', amountFen })).toMatchObject({ withheldFen: 0, netFen: 20_000 })
  })
  test.each([
    ['正好等于条款金额：两人', 100_000, 1],
    ['多一分：三人', 100_001, 2],
  ])('%s', (_name, netFen, needed) => expect(approvalsNeeded(terms, fen(netFen))).toBe(needed))
})

async function* inOnePiece(text: string) {
  yield text
}

describe('批次的校验值：换一个账户、金额、次序，就不是同一个批次', () => {
  const lines = chooseLines(
    terms,
    [1, 2].map((index) => candidate(approved({ _id: `b${index}` }))),
    later,
  ).map((line) => ({ ...line, nameHash: 'name' }))
  const [first, second] = lines
  if (!first || !second) throw new Error('no lines')
  const hash = batchHash('P1', lines)
  test.each([
    ['账户', [{ ...first, cardHash: 'other' }, second]],
    ['户名', [{ ...first, nameHash: 'other' }, second]],
    ['金额', [{ ...first, netFen: fen(first.netFen + 1) }, second]],
    ['次序', [second, first]],
    ['少一笔', [first]],
  ])('%s', (_name, altered) => expect(batchHash('P1', altered)).not.toBe(hash))
  test('同样的内容，同样的值', () => expect(batchHash('P1', structuredClone(lines))).toBe(hash))
})

test('批次的状态：放行之后不能撤销，撤销的不能放行', () => {
  expect(batchMayBecome('approved', 'cancelled')).toBe(true)
  expect(batchMayBecome('released', 'cancelled')).toBe(false)
  expect(batchMayBecome('cancelled', 'released')).toBe(false)
  expect(batchMayBecome('draft', 'released')).toBe(false)
})

test.each<[string, string, string | null, boolean]>([
  ['编制的人', 'builder', 'releaser', false],
  ['放行的人', 'releaser', 'releaser', false],
  ['复核的人', 'approver', 'releaser', true],
  ['还没放行', 'approver', null, true],
])('谁导入银行结果：%s', (_name, by, releasedBy, may) => {
  const released = releasedBy === null ? null : { by: releasedBy }
  expect(mayImportResults({ built: { by: 'builder' }, released }, by)).toBe(may)
})

const failed = (why: string): LineState => ({ kind: 'failed', at: 1, why })
test.each<[string, LineState[], ReturnType<typeof paidAgain>]>([
  ['第一次', [], null],
  ['上个批次放行前撤销了', [{ kind: 'withdrawn', at: 1 }], null],
  ['失败过一次', [failed('户名不符')], { nth: 2, why: '户名不符' }],
  [
    '失败过两次，中间撤销过',
    [failed('户名不符'), { kind: 'withdrawn', at: 1 }, failed('已销户')],
    { nth: 3, why: '已销户' },
  ],
])('第几次付款：%s', (_name, earlier, again) => expect(paidAgain(earlier)).toEqual(again))

describe('银行文件', () => {
  const line = {
    number: 1,
    name: '李演示',
    cardNumber: '6222020000000000000',
    bankName: '示范,银行',
    netFen: fen(60_005),
  }
  test('列、金额两位小数、带逗号的加引号；同一批次逐字相同', () => {
    const text = bankFileText('P1', '续保返还', [{ ...line, number: 2, name: '张示范' }, line])
    expect(text).toBe(
      '批次号,序号,收款人姓名,收款账号,开户银行,金额,用途\r\n' +
        'P1,1,李演示,6222020000000000000,"示范,银行",600.05,续保返还\r\n' +
        'P1,2,张示范,6222020000000000000,"示范,银行",600.05,续保返还\r\n',
    )
  })
  test('规律：写成 CSV 再读回，一字不差', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string(), { minLength: 1 }), async (names) => {
        const given = names.map((name) => `x${name.replaceAll('\r', '')}`)
        const text = bankFileText(
          'P1',
          '返还',
          given.map((name, index) => ({ ...line, number: index + 1, name })),
        )
        const read: (string | undefined)[] = []
        for await (const { cells } of csvRows(inOnePiece(text))) read.push(cells[2])
        expect(read.slice(1)).toEqual(given)
      }),
    )
  })
})

const known = (number: number, state: KnownLine['state'] = { kind: 'sent', at: 1 }): KnownLine => ({
  number,
  tail: '0000',
  netFen: fen(60_000),
  state,
})
const head = '批次号,序号,账号后四位,金额,状态,流水号,失败原因\n'

describe('结果文件：对不上的，写明哪一行哪一列', () => {
  const read = (body: string, lines = [known(1), known(2)]) => readResults(head + body, 'P1', lines, 9)
  test('成功、失败、处理中', () => {
    const { rows, problems } = read('P1,1,0000,600.00,成功,REF1,\nP1,2,0000,600.00,失败,,账号不存在\n')
    expect(problems).toEqual([])
    expect(rows).toEqual([
      { number: 1, outcome: { kind: 'paid', at: 9, reference: 'REF1' } },
      { number: 2, outcome: { kind: 'failed', at: 9, why: '账号不存在' } },
    ])
    expect(read('P1,1,0000,600.00,处理中,,\n').rows[0]?.outcome.kind).toBe('unknown')
  })
  test.each<[string, string, line: number, column: number]>([
    ['别的批次', 'P2,1,0000,600.00,成功,R,\n', 2, 1],
    ['没有这一笔', 'P1,3,0000,600.00,成功,R,\n', 2, 2],
    ['同一笔两次', 'P1,1,0000,600.00,成功,R,\nP1,1,0000,600.00,成功,R,\n', 3, 2],
    ['账号被改', 'P1,1,9999,600.00,成功,R,\n', 2, 3],
    ['金额被改', 'P1,1,0000,600.01,成功,R,\n', 2, 4],
    ['金额写法不同', 'P1,1,0000,600,成功,R,\n', 2, 4],
    ['状态不认得', 'P1,1,0000,600.00,已付,R,\n', 2, 5],
    ['成功没有流水号', 'P1,1,0000,600.00,成功,,\n', 2, 6],
    ['失败没有原因', 'P1,1,0000,600.00,失败,,\n', 2, 7],
    ['空文件', '', 1, 1],
  ])('%s', (_name, body, line, column) => {
    expect(read(body).problems).toMatchObject([{ line, column }])
  })
  test('表头不对', () => {
    expect(readResults('a,b\n', 'P1', [known(1)], 9).problems).toMatchObject([{ line: 1, column: 1 }])
  })
  test('已经成功的改不成失败；一样的再来一遍可以；处理中的可以有结果', () => {
    const paid = [known(1, { kind: 'paid', at: 1, reference: 'R' })]
    expect(read('P1,1,0000,600.00,失败,,账号不存在\n', paid).problems[0]?.message).toContain('不能改')
    expect(read('P1,1,0000,600.00,成功,R,\n', paid).problems).toEqual([])
    expect(read('P1,1,0000,600.00,成功,R,\n', [known(1, { kind: 'unknown', at: 1, why: '' })]).problems).toEqual([])
  })
  test.each<[string, LineState, string, column: number, message: string]>([
    ['流水号', { kind: 'paid', at: 1, reference: 'R' }, '成功,S,', 6, '先前的流水号是 R，不能改'],
    ['失败原因', { kind: 'failed', at: 1, why: '账号不存在' }, '失败,,户名不符', 7, '先前的原因是 账号不存在，不能改'],
  ])('先前的结果里%s换了一个：写明先前的是什么', (_name, state, said, column, message) => {
    expect(read(`P1,1,0000,600.00,${said}\n`, [known(1, state)]).problems).toEqual([{ line: 2, column, message }])
  })
})

const anyOutcome: fc.Arbitrary<LineOutcome> = fc.constantFrom(
  { kind: 'paid', at: now, reference: 'R' },
  { kind: 'failed', at: now, why: '账号不存在' },
  { kind: 'unknown', at: now, why: '银行还没有结果' },
)

test.each(['winner', 'organiser'] as const)(
  '规律（税由 %s 承担）：付出的钱 = 批准的 − 还没付成的；每批各笔之和等于合计；税前 = 扣税 + 实付 = 预算里的成本；同一笔最多付一次',
  (borneBy) => {
    const taxing = demoTerms({
      operations: { payoutLinesPerBatch: 3, referralCashTaxed: true },
      prizeDraw: { tax: { rateBps: bps(2_000), borneBy } },
    })
    const winnerBears = borneBy === 'winner'
    const amounts = fc.array(fc.integer({ min: 1, max: 5_000_000 }).map(fen), { minLength: 1, maxLength: 8 })
    const rounds = fc.array(fc.tuple(fc.boolean(), fc.array(anyOutcome, { minLength: 8, maxLength: 8 })), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(amounts, fc.boolean(), rounds, (given, taxed, steps) => {
        const rule = taxed ? ('referral-reward' as const) : ('renewal-rebate' as const)
        const ledger = new Map(
          given.map((amountFen, index) => [`b${index}`, approved({ _id: `b${index}`, rule, amountFen })]),
        )
        const paid = new Map<string, number>()
        for (const [round, [cancelled, outcomes]] of steps.entries()) {
          const batchId = `P${round}`
          const lines = chooseLines(
            taxing,
            [...ledger.values()].map((benefit) => candidate(benefit)),
            later,
          )
          const totals = totalsOf(lines)
          expect(totals.grossFen).toBe(totals.withheldFen + totals.netFen)
          expect(lines.reduce((sum, { netFen }) => sum + netFen, 0)).toBe(totals.netFen)
          for (const [index, { benefitId, grossFen, netFen }] of lines.entries()) {
            const benefit = ledger.get(benefitId)
            if (!benefit) throw new Error('a line of no benefit')
            expect(grossFen).toBe(taxed ? rewardCost(taxing, 'cash', benefit.amountFen ?? fen(0)) : benefit.amountFen)
            const held = heldBy(benefit, batchId, now)
            ledger.set(benefitId, held)
            const outcome = outcomes[index % outcomes.length]
            if (cancelled || !outcome) {
              ledger.set(benefitId, letGo(held, now))
              continue
            }
            const after = settled(held, batchId, outcome) ?? held
            expect(settled(after, batchId, outcome) === null || outcome.kind !== 'paid').toBe(true)
            ledger.set(benefitId, outcome.kind === 'failed' ? accountCorrected(after, now) : after)
            if (outcome.kind === 'paid')
              paid.set(benefitId, (paid.get(benefitId) ?? 0) + (winnerBears ? grossFen : netFen))
          }
        }
        const total = [...ledger.values()].reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)
        const open = [...ledger.values()].filter(({ status }) => status.kind !== 'fulfilled')
        const left = open.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)
        expect([...paid.values()].reduce((sum, one) => sum + one, 0)).toBe(total - left)
        for (const [id, amount] of paid) expect(amount).toBe(ledger.get(id)?.amountFen)
      }),
    )
  },
)

test('结果不明的，永远不会进下一个批次', () => {
  const held = heldBy(approved(), 'P1', now)
  expect(settled(held, 'P1', { kind: 'unknown', at: now, why: '' })).toBeNull()
  expect(skipReason(candidate(held), later)).toBe('in-a-batch')
})

describe('微信商家转账：只有成功算到账，失败和撤销算失败，其余都还不知道', () => {
  test.each<[TransferState, string]>([
    ['ACCEPTED', 'unknown'],
    ['PROCESSING', 'unknown'],
    ['WAIT_USER_CONFIRM', 'unknown'],
    ['TRANSFERING', 'unknown'],
    ['SUCCESS', 'paid'],
    ['FAIL', 'failed'],
    ['CANCELING', 'unknown'],
    ['CANCELLED', 'failed'],
  ])('%s', (state, kind) => {
    const line = lineStateOf({ state, billNumber: 'W1', failReason: null, packageInfo: null }, 9)
    expect(line.kind).toBe(kind)
    expect(mayStillLearn(line)).toBe(kind === 'unknown')
  })
  test('请求：金额用分，备注最多 32 字，2000 元以下不带姓名', () => {
    const payment = {
      billNumber: 'P1N1',
      openid: 'o',
      encryptedName: null,
      netFen: fen(16_000),
      remark: '推荐奖励'.repeat(20),
    }
    const request = transferRequest('wx1', '金秋车主回馈季', payment)
    expect(request).toMatchObject({ transfer_amount: 16_000, out_bill_no: 'P1N1', transfer_scene_id: '1000' })
    expect(request.transfer_remark).toHaveLength(32)
    expect('user_name' in request).toBe(false)
    expect(() => transferRequest('wx1', '活动', { ...payment, netFen: fen(200_000) })).toThrow("needs the payee's name")
    expect(transferRequest('wx1', '活动', { ...payment, netFen: fen(199_999) }).transfer_amount).toBe(199_999)
  })
  test('单号：只有字母和数字，同一笔永远相同', () => {
    expect(billNumberOf('P0123-456789AB', 12)).toBe('P0123456789ABN12')
  })
})
