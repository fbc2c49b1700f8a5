import type { PolicyBenefit } from '#rules/benefit/benefit'
import { offers } from '#rules/benefit/offers'
import type { CampaignHead } from '#rules/campaign/head'
import { payeeText } from '#rules/payout/payout'
import { type BankAccount, isPurse } from '#store/bank-accounts'
import type { Notice } from '#store/notices'
import { readRecipient } from '#store/prize-collections'
import { callOutcomes } from '#values/call-outcomes'
import { formatInstant, type Instant } from '#values/days'
import { formatFen } from '#values/money'
import { vehicleTypes } from '#values/vehicle-words'
import type { PersonalData } from './personal-data'

/** Shows a sealed value in the clear, and logs that it did. */
type Unmask = (sealed: string, field: string) => Promise<string>

interface CopiedData extends PersonalData {
  benefits: readonly PolicyBenefit[]
  notices: readonly Pick<Notice, 'at' | 'title' | 'sentence'>[]
}

/**
 * The customer's copy (个人信息保护法 §45), as text. A bound phone proves less than an identity card does: the ID number and the card
 * number stay masked here, and the text says where to get them in full.
 */
export async function writeCopy(
  campaign: Pick<CampaignHead, 'title' | 'organiser'>,
  data: CopiedData,
  contact: string,
  now: Instant,
  unmask: Unmask,
): Promise<string> {
  const { ofHolder, leads, book, prizes, benefits, notices } = data
  const lines = [
    `我的信息副本 · ${campaign.title}`,
    `${campaign.organiser}，${formatInstant(now)}`,
    '证件号和银行卡号只列部分；需要完整内容，请本人持有效证件到营业网点，或联系：',
    contact,
  ]
  if (ofHolder) {
    const { holder, policies, vehicles, bankAccount } = ofHolder
    lines.push('', '【投保人】')
    lines.push(`姓名或名称：${await unmask(holder.sealedName, '姓名')}`)
    lines.push(`手机号：${await unmask(holder.sealedPhone, '手机号')}`)
    lines.push(`证件号：${holder.idMask}`)
    lines.push(accountLine(bankAccount))
    lines.push('', '【车辆】')
    for (const vehicle of vehicles) {
      const plate = await unmask(vehicle.sealedPlate, '车牌号')
      lines.push(
        `${plate} · ${vehicleTypes[vehicle.vehicleType]} · 车架号 ${await unmask(vehicle.sealedVin, '车架号')}`,
      )
    }
    lines.push('', '【保单】')
    for (const policy of policies) {
      lines.push(
        `${policy.policyNumber}：${policy.coverStartsOn} 至 ${policy.coverEndsOn}，` +
          `商业险 ${formatFen(policy.commercialPremiumFen)}，交强险 ${formatFen(policy.compulsoryPremiumFen)}，` +
          (policy.state === 'cancelled' ? '已退保' : '有效'),
      )
    }
    lines.push('', '【优惠】')
    for (const { rule, policyNumber, amountFen } of benefits) {
      // A reward lies under the invitee's policy.
      const policy = rule === 'referral-reward' ? '被推荐人的保单' : policyNumber
      lines.push(`${offers[rule].title}（${policy}）：${amountFen === null ? '待核实' : formatFen(amountFen)}`)
    }
  }
  lines.push('', '【预约】')
  for (const { sealedName, sealedPhone, sealedPlate, bookedAt, branchCode, calls } of leads) {
    const [name, phone] = [await unmask(sealedName, '预约称呼'), await unmask(sealedPhone, '预约手机号')]
    const plate = sealedPlate === null ? '' : `，车牌 ${await unmask(sealedPlate, '预约车牌号')}`
    lines.push(`${formatInstant(bookedAt)}：${name}，${phone}${plate}，网点 ${branchCode}`)
    for (const { at, outcome } of calls) lines.push(`  ${formatInstant(at)} 网点联系：${callOutcomes[outcome]}`)
  }
  lines.push('', '【抽奖】')
  for (const { on, ordinal, outcome } of book?.draws ?? []) {
    lines.push(`${on} 第 ${ordinal} 次：${outcome.kind === 'won' ? '中奖' : '未中奖'}`)
  }
  lines.push('', '【领奖信息】')
  for (const { prizeName, details } of prizes) {
    const { name, phone, region, address } = readRecipient(await unmask(details.sealedRecipient, '领奖信息'))
    const told = [
      name,
      phone,
      [...region, address].filter(Boolean).join(' '),
      details.idMask && `证件号 ${details.idMask}`,
    ]
    lines.push(`${prizeName}${details.step === 'draft' ? '（草稿）' : ''}：${told.filter(Boolean).join('，')}`)
  }
  lines.push('', '【通知】')
  for (const { at, title, sentence } of notices) lines.push(`${formatInstant(at)} ${title}。${sentence}`)
  return `${lines.join('\n')}\n`
}

function accountLine(account: BankAccount | null): string {
  if (account && isPurse(account))
    return `收款账户：微信零钱，${formatInstant(account.consent.at)}单独同意向财付通（微信支付）提供姓名`
  return `银行账户：${account ? payeeText(account) : '没有'}`
}
