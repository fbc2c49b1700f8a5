import { writeLog } from '#pipeline/log'
import { forgetAcceptances, giveAcceptanceBack, spendAcceptance } from '#store/message-acceptances'
import { beginPush, endPush, giveUpPushes, listToPush, type Notice, type Push } from '#store/notices'
import { readTemplates, sendMessage } from '#store/subscribe-message'
import { day, dayOf, type Instant } from '#values/days'
import type { MessageTemplate } from '#values/message-templates'

const AT_A_TIME = 50
/** A call that has not ended its sending by then has ended itself. */
const ENDED_AFTER_MS = 2 * 60_000

const templateOf = ({ occasion }: Notice): MessageTemplate =>
  occasion === 'deadline' ? 'collect-reminder' : 'prize-progress'

const notes: Readonly<Record<Notice['occasion'], string>> = {
  deadline: '请填写领奖信息，逾期视为放弃',
  returned: '领奖信息需要改正，请查看原因',
  ready: '已备好，请到网点出示领奖码领取',
  'gift-ready': '已备好，请到网点出示身份码领取',
  'handed-over': '奖品已发放，请到小程序查看',
  expired: '逾期没有填写，视为放弃',
  'passed-on': '已补发给您，请填写领奖信息',
  'to-confirm': '请在 24 小时内确认收款',
}

/**
 * Sends waiting notices by subscription message: each at most once, and only where an acceptance is left. Whoever lets none
 * through finds the notice in the mini-program all the same.
 */
export async function pushNotices(now: Instant, requestId: string): Promise<number> {
  const templates = readTemplates()
  const lost = await giveUpPushes(now - ENDED_AFTER_MS)
  if (lost > 0) writeLog('warn', requestId, `${lost} subscription messages may or may not have been sent`)
  const waiting = await listToPush(AT_A_TIME)
  let sent = 0
  for (const notice of waiting) {
    const configured = templates.get(templateOf(notice))
    if (!(await beginPush(notice._id, now))) continue
    const push = configured ? await pushOne(notice, configured, requestId) : 'none'
    await endPush(notice._id, push)
    if (push === 'sent') sent += 1
  }
  return sent
}

async function pushOne(
  notice: Notice,
  configured: Parameters<typeof sendMessage>[0],
  requestId: string,
): Promise<Exclude<Push, 'waiting' | 'sending'>> {
  const { account } = notice
  const template = templateOf(notice)
  const openid = await spendAcceptance(account, template)
  if (openid === null) return 'no-acceptance'
  const content = {
    prize: notice.prizeName,
    // WeChat refuses a date that is none: where no day is ahead it is that on which it happened.
    on: notice.on === null ? dayOf(notice.at) : day(notice.on),
    note: notes[notice.occasion],
  }
  try {
    const result = await sendMessage(configured, openid, content, pageOf(notice))
    if (result === 'no-acceptance') await forgetAcceptances(account, template)
    if (result === 'failed') {
      await giveAcceptanceBack(account, template)
      writeLog('error', requestId, `WeChat refuses messages of template ${template}`)
    }
    return result
  } catch (error) {
    // It may have arrived: it is not sent again.
    writeLog('warn', requestId, error)
    return 'unknown'
  }
}

/** Where the message leads: to the prize, to the code by which the branch knows whose gift it is, or to where money is confirmed. */
function pageOf({ occasion, benefitId }: Notice): string {
  if (occasion === 'gift-ready') return 'packages/shown-code/pages/index'
  if (occasion === 'to-confirm') return 'packages/bank-account/pages/index'
  return `packages/prize-collection/pages/index?prize=${encodeURIComponent(benefitId)}`
}
