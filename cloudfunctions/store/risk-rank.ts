import type { WechatRank } from '#rules/risk/risk'
import { cloud } from './cloud'

/** 1 is cheating in a campaign, 0 registering. */
const SCENE = 1
/** A customer does not wait longer for WeChat's opinion of them. */
const PATIENCE_MS = 1_000

/**
 * WeChat's risk rank of an account; `unknown` when WeChat fails, is slow, or the phone's address is not known. Never throws:
 * nobody is turned away because nothing could be asked.
 */
export async function askRiskRank(openid: string, clientIp: string | null): Promise<WechatRank> {
  if (clientIp === null) return 'unknown'
  const asked = ask(openid, clientIp).catch((): WechatRank => 'unknown')
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<WechatRank>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, 'unknown')
  })
  try {
    return await Promise.race([asked, patience])
  } finally {
    clearTimeout(timer)
  }
}

async function ask(openid: string, clientIp: string): Promise<WechatRank> {
  const answer: { riskRank?: unknown } = await cloud.openapi.riskControl.getUserRiskRank({
    openid,
    scene: SCENE,
    clientIp,
  })
  return RANKS.find((rank) => rank === answer.riskRank) ?? 'unknown'
}

const RANKS: readonly WechatRank[] = [0, 1, 2, 3, 4]
