import type { Caller } from '#store/cloud'

const CLIENTS: ReadonlySet<string> = new Set(['wx_client', 'wx_http', 'wx_unknown'])

/** A mini-program or a page, however many functions the call came through. */
export function isClient({ openid, source }: Caller): boolean {
  return openid !== null || (source?.split(',').some((one) => CLIENTS.has(one)) ?? false)
}
