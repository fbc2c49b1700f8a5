import { rangeText } from '../figures'
import type { Terms } from '../terms'
import { personalDataKinds } from '../terms/organiser'
import { section } from './section'

export const organiserSection = ({ organiser, title, demo }: Terms) =>
  section('organiser', '主办方', null, [
    `“${title}”由${organiser.name}主办。`,
    `地址：${organiser.address}。咨询和投诉电话：${organiser.phone}。`,
    `本规则同时在这些地方公布：${organiser.publishedAt.join('、')}。`,
    demo ? '这是演示活动，企业、奖品和权益均为虚构，不会实际发放。' : null,
  ])

export const periodSection = ({ period }: Terms) =>
  section('period', '活动时间', '§3', [
    `${rangeText(period.startsOn, period.endsOn)}，首日 0 点开始，末日 24 点结束（北京时间）。`,
  ])

export const eligibilitySection = ({ eligibility, prizeDraw }: Terms) =>
  section('eligibility', '谁可以参加', '§4', [
    prizeDraw.enabled
      ? `抽奖面向${eligibility.region}年满 ${eligibility.minimumAgeYears} 周岁的微信用户，不以购买保险为条件。`
      : null,
    `新客户权益面向活动期间投保的新客户：投保前 ${eligibility.newCustomerLapsedMonths} 个月内，这辆车和投保人都没有本公司在保的车险保单。换手机号或换人办理不改变认定。`,
    `老客户权益面向：${eligibility.existingCustomer}。`,
    prizeDraw.enabled ? `以下人员不得参加抽奖，不设内定中奖：${eligibility.excluded.join('；')}。` : null,
  ])

export const personalDataSection = ({ personalData, organiser, operations }: Terms) =>
  section(
    'personal-data',
    '个人信息',
    null,
    [
      `我们收集：${personalData.collected.join('、')}；只用于${personalData.purpose}。`,
      '证件号、银行账户等敏感信息加密保存，页面上只显示一部分；银行账户只在您单独同意后收集。',
      operations.wechatTransfer
        ? '您也可以选择把现金收到微信零钱：只在您单独同意后，才把收款人姓名和金额提供给财付通支付科技有限公司（微信支付）核对，由您在微信里确认收款。'
        : null,
      `参与和中奖记录保存 ${personalData.recordsKeptYears} 年，期满后删除。`,
      `您可以查询、复制、更正或要求删除自己的信息，联系：${personalData.contact}，或致电 ${organiser.phone}；下表的信息在保存期内不能删除。`,
    ],
    {
      head: ['信息', '保存', '原因'],
      rows: personalData.kept.map(({ kind, years, reason }) => [personalDataKinds[kind], `${years} 年`, reason]),
    },
  )

export const changesSection = ({ organiser, prizeDraw }: Terms) =>
  section('changes', '规则的变更和争议', null, [
    '活动开始后，规则、权益、奖品的数量和概率都不做不利于参加者的变更。',
    prizeDraw.enabled ? '系统或网络故障时抽奖可能暂停，已得的奖品和当天未用的机会不受影响，恢复时间以公告为准。' : null,
    `对活动有疑问或不同意见，请致电 ${organiser.phone}。`,
  ])
