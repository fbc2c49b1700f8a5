import type { PolicyBenefit } from '#rules/benefit/benefit'
import { offers } from '#rules/benefit/offers'
import type { LineState } from '#rules/payout/payout'
import { payeeText } from '#rules/payout/payout'
import type { Policy } from '#rules/policy/policy'
import { riskReasonTexts } from '#rules/risk/reasons'
import { type BankAccount, isPurse } from '#store/bank-accounts'
import { formatInstant } from '#values/days'
import { formatFen } from '#values/money'
import { drivingRegions, usageNatures, vehicleTypes } from '#values/vehicle-words'
import { branchName, type CopySection, statusText } from './copied-data'

/** The copy's sections about a policyholder; of somebody who has bound nothing they are empty. */

export const person: CopySection = {
  title: '投保人',
  async write({ ofHolder }, unmask) {
    if (!ofHolder) return []
    const { sealedName, sealedPhone, idMask } = ofHolder.holder
    const [name, phone] = [await unmask(sealedName, '姓名'), await unmask(sealedPhone, '手机号')]
    return [`姓名或名称：${name}`, `手机号：${phone}`, `证件号：${idMask}`]
  },
}

export const vehicles: CopySection = {
  title: '车辆',
  async write({ ofHolder }, unmask) {
    const lines: string[] = []
    for (const { sealedPlate, sealedVin, vehicleType, usageNature, drivingRegion } of ofHolder?.vehicles ?? []) {
      const [plate, vin] = [await unmask(sealedPlate, '车牌号'), await unmask(sealedVin, '车架号')]
      const used = `${usageNatures[usageNature]}，${drivingRegions[drivingRegion]}`
      lines.push(`${plate} · ${vehicleTypes[vehicleType]} · 车架号 ${vin} · ${used}`)
    }
    return lines
  },
}

const kinds: Readonly<Record<Policy['businessKind'], string>> = { new: '新保', renewal: '续保', transfer: '转保' }

const claims = (count: Policy['claimsLastYear']): string => (count === 'unknown' ? '不知道' : `${count} 次`)

export const policies: CopySection = {
  title: '保单',
  write: ({ ofHolder }, _unmask, terms) =>
    (ofHolder?.policies ?? []).map((policy) =>
      [
        `${policy.policyNumber}：${kinds[policy.businessKind]}，${formatInstant(policy.issuedAt)}出单`,
        `${policy.coverStartsOn} 至 ${policy.coverEndsOn}`,
        `商业险 ${formatFen(policy.commercialPremiumFen)}，交强险 ${formatFen(policy.compulsoryPremiumFen)}`,
        `投保前一年出险 ${claims(policy.claimsLastYear)}，本保单期间出险 ${claims(policy.claimsSoFar ?? 'unknown')}`,
        `忠诚度等级 ${policy.loyaltyGrade ?? '没有'}`,
        `网点 ${branchName(terms, policy.branchCode)}，渠道 ${policy.channelCode}`,
        policy.state === 'cancelled' ? '已退保' : '有效',
      ].join('，'),
    ),
}

export const benefits: CopySection = {
  title: '优惠和推荐奖励',
  write: ({ ofHolder }) =>
    [...(ofHolder?.benefits ?? [])].sort((one, other) => one.grantedAt - other.grantedAt).map(benefitLine),
}

/** With its standing and the reason: what was refused or taken back must not read as given. */
function benefitLine(benefit: PolicyBenefit): string {
  const { rule, policyNumber, amountFen, grantedAt, risk } = benefit
  // A reward lies under the invitee's policy, whose number is not the referrer's to know.
  const policy = rule === 'referral-reward' ? '被推荐人的保单' : policyNumber
  const amount = amountFen === null ? '金额还没有定' : formatFen(amountFen)
  return [
    `${formatInstant(grantedAt)} ${offers[rule].title}（${policy}）：${amount}，${standingText(benefit)}`,
    ...(risk
      ? [
          `风险评分 ${risk.score}${risk.reasons.map((reason) => `，${riskReasonTexts[reason]}`).join('')}，只决定由不由人核查`,
        ]
      : []),
  ].join('；')
}

function standingText({ decision, status }: PolicyBenefit): string {
  switch (decision.kind) {
    case 'to-verify':
      return `待核实：${decision.missing}`
    case 'stopped':
      return '暂停办理'
    case 'not-granted':
      return `不给（${decision.why}）`
    case 'granted':
      return statusText(status)
  }
}

export const vouchers: CopySection = {
  title: '服务礼包的券和使用记录',
  write: ({ ofHolder }) =>
    (ofHolder?.vouchers ?? []).flatMap(({ title, detail, validFromOn, validUntilOn, usesLeft, uses }) => [
      `${title}（${detail}）：${validFromOn} 至 ${validUntilOn}，${usesLeft === null ? '不限次数' : `还可以用 ${usesLeft} 次`}`,
      ...uses.map(({ at, where, item }) => `  ${formatInstant(at)} 在${where}使用：${item}`),
    ]),
}

export const bankAccount: CopySection = {
  title: '收款账户',
  write({ ofHolder }) {
    const { bankAccount: account = null, removedAccount = null } = ofHolder ?? {}
    return [
      ...(account ? [accountLine(account)] : []),
      ...(removedAccount ? [`${formatInstant(removedAccount.removedAt)} 撤回过一个账户，只留加密的编码`] : []),
    ]
  },
}

function accountLine(account: BankAccount): string {
  const agreed = formatInstant(account.consent.at)
  return isPurse(account)
    ? `收款账户：微信零钱，${agreed}单独同意向财付通（微信支付）提供姓名`
    : `银行账户：${payeeText(account)}，${agreed}单独同意使用`
}

const lineTexts: Readonly<Record<LineState['kind'], string>> = {
  waiting: '等待放行',
  withdrawn: '批次撤销，没有付',
  sent: '已交付款机构',
  paid: '已付',
  failed: '没有付成',
  unknown: '还不知道结果',
}

export const payments: CopySection = {
  title: '打款记录',
  write: ({ ofHolder }) =>
    (ofHolder?.payments ?? []).map(({ bankName, tail, grossFen, withheldFen, netFen, state }) =>
      [
        `${bankName}${tail && ` 尾号 ${tail}`}：应付 ${formatFen(grossFen)}，代扣税 ${formatFen(withheldFen)}，实付 ${formatFen(netFen)}`,
        lineTexts[state.kind],
        ...('at' in state ? [formatInstant(state.at)] : []),
        ...('why' in state ? [state.why] : []),
      ].join('，'),
    ),
}
