/** riskControl.getUserRiskRank: WeChat's guess how likely a user cheats, 0 (unlikely) to 4. Here it is what a developer set. */
export class RiskRanks {
  readonly #ranks = new Map<string, number>()

  set(openid: string, rank: number): void {
    this.#ranks.set(openid, rank)
  }

  list(): { openid: string; rank: number }[] {
    return [...this.#ranks].map(([openid, rank]) => ({ openid, rank }))
  }

  getUserRiskRank(parameters: Record<string, unknown>): Record<string, unknown> {
    const { openid, scene, client_ip: clientIp } = parameters
    if (typeof openid !== 'string' || openid === '') return { errcode: 40003, errmsg: 'invalid openid' }
    // 0 is registering, 1 is cheating in a campaign.
    if (scene !== 0 && scene !== 1) return { errcode: 40097, errmsg: 'invalid args: scene must be 0 or 1' }
    if (typeof clientIp !== 'string') return { errcode: 40097, errmsg: 'invalid args: client_ip is required' }
    return { errcode: 0, errmsg: 'getuserriskrank succ', risk_rank: this.#ranks.get(openid) ?? 0 }
  }
}
