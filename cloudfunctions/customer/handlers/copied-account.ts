import type { DeletionRequest } from '#store/deletion-requests'
import { readRecipient } from '#store/prize-collections'
import type { Access } from '#store/unmasking'
import { callOutcomes } from '#values/call-outcomes'
import { formatInstant } from '#values/days'
import { formatFen } from '#values/money'
import { branchName, type CopySection, channelName, rankText, statusText } from './copied-data'

/** The copy's sections about a WeChat account, whoever it is bound to. */

export const binding: CopySection = {
  title: '微信与保单的绑定',
  write: ({ account, binding: bound }) => [
    `您的编号：${account}`,
    ...(bound
      ? [`${formatInstant(bound.boundAt)} 绑定，当时${rankText(bound.riskRank)}，只决定由不由人核查，从不自动拒绝`]
      : []),
  ],
}

export const leads: CopySection = {
  title: '预约记录',
  async write(data, unmask, terms) {
    const lines: string[] = []
    for (const { sealedName, sealedPhone, sealedPlate, bookedAt, branchCode, channel, quoted, calls } of data.leads) {
      const [name, phone] = [await unmask(sealedName, '预约称呼'), await unmask(sealedPhone, '预约手机号')]
      const plate = sealedPlate === null ? '' : `，车牌 ${await unmask(sealedPlate, '预约车牌号')}`
      const premium = quoted?.payableFen ? `，试算 ${formatFen(quoted.payableFen)}` : ''
      const where = `网点 ${branchName(terms, branchCode)}，渠道 ${channelName(terms, channel)}`
      lines.push(`${formatInstant(bookedAt)}：${name}，${phone}${plate}${premium}，${where}`)
      for (const { at, outcome } of calls) lines.push(`  ${formatInstant(at)} 网点联系：${callOutcomes[outcome]}`)
    }
    return lines
  },
}

export const draws: CopySection = {
  title: '抽奖记录',
  write: ({ books, wins }, _unmask, terms) => [
    ...books.flatMap(({ pseudonym, channel, following, openedAt, draws: drawn, shareCredits }) => [
      `化名 ${pseudonym}，${formatInstant(openedAt)} 第一次参加，渠道 ${channelName(terms, channel)}，${following ? '关注了' : '没有关注'}公众号`,
      ...drawn.map(
        ({ on, ordinal, outcome }) => `${on} 第 ${ordinal} 次：${outcome.kind === 'won' ? '中奖' : '未中奖'}`,
      ),
      ...shareCredits.map(({ at }) => `${formatInstant(at)} 因分享多得一次机会`),
    ]),
    ...wins.map(({ prizeId, grantedAt, status }) => {
      const name = terms.prizeDraw.prizes.find((prize) => prize.prizeId === prizeId)?.name ?? prizeId
      return `${formatInstant(grantedAt)} 抽中 ${name}：${statusText(status)}`
    }),
  ],
}

export const prizes: CopySection = {
  title: '领奖信息',
  async write(data, unmask) {
    const lines: string[] = []
    for (const { prizeName, details } of data.prizes) {
      const { name, phone, region, address } = readRecipient(await unmask(details.sealedRecipient, '领奖信息'))
      const told = [
        name,
        phone,
        [...region, address].filter(Boolean).join(' '),
        details.idMask && `证件号 ${details.idMask}`,
      ]
      lines.push(`${prizeName}${details.step === 'draft' ? '（草稿）' : ''}：${told.filter(Boolean).join('，')}`)
    }
    return lines
  },
}

export const invitations: CopySection = {
  title: '打开过的邀请',
  write: (data, _unmask, terms) =>
    data.invitations.map(({ openedAt, accepted, channel }) =>
      [
        `${formatInstant(openedAt)} 打开，渠道 ${channelName(terms, channel)}`,
        ...(accepted
          ? [`${formatInstant(accepted.at)} 用尾号 ${accepted.phoneTail} 的手机接受，当时${rankText(accepted.rank)}`]
          : []),
      ].join('，'),
    ),
}

export const referralCodes: CopySection = {
  title: '推荐码',
  write: ({ codes }, _unmask, terms) =>
    codes.map(
      ({ code, madeAt, channel, ranks, posterFileId }) =>
        `${code}：${formatInstant(madeAt)} 生成，渠道 ${channelName(terms, channel)}，${ranks.map(rankText).join('、')}，` +
        `${posterFileId === null ? '没有' : '有'}海报`,
    ),
}

export const messages: CopySection = {
  title: '通知',
  write: ({ notices, around }) => [
    ...notices.map(({ at, title, sentence }) => `${formatInstant(at)} ${title}。${sentence}`),
    ...(around.acceptances > 0 ? [`同意接收的服务通知：还可以发送 ${around.acceptances} 次`] : []),
    ...(around.customerCode ? ['出示过的身份码：1 个，只留加密的编码'] : []),
  ],
}

export const accesses: CopySection = {
  title: '查看记录',
  write: ({ accesses: looked, account }) =>
    looked.map(({ at, who, field, why }) => `${formatInstant(at)} ${lookerText(who, account)}查看${field}：${why}`),
}

/** Who looked, without telling one customer the account of another. */
export function lookerText(who: Access['who'], account: string): string {
  if (who === account) return '您本人'
  return who === 'system' ? '系统' : '工作人员或您的其他绑定微信'
}

export const deletion: CopySection = {
  title: '删除申请',
  write: ({ deletion: request }) =>
    request
      ? [
          `${formatInstant(request.requestedAt)} 申请，${request.state === 'done' ? '已答复' : `最晚 ${request.dueOn} 答复`}`,
          ...answerTexts(request),
        ]
      : [],
}

/** What was answered, kind by kind; nothing before. */
export const answerTexts = ({ answer }: DeletionRequest): string[] =>
  (answer?.rows ?? []).map((row) =>
    row.delete ? `${row.what}：已删除` : `${row.what}：保留${row.until ? `到 ${row.until}` : ''}，${row.why}`,
  )
