/** Who makes a call. In production WeChat establishes it; here the caller states it, which is why only this machine may call. */
export interface Identity {
  openid?: string
  unionid?: string
  appid?: string
  clientIp?: string
  /** SOURCE of getWXContext(); `wx_client` by default when an openid is present. */
  source?: string
}

/** The appid of whoever states none. */
export const LOCAL_APPID = 'wx0000000000000000'

/** SOURCE as the function will see it; empty for a call that does not come from WeChat. */
export function sourceOf(identity: Identity): string {
  return identity.source ?? (identity.openid === undefined ? '' : 'wx_client')
}

/** A function calling a function: the same person, and the chain of callers grows, e.g. `wx_client,scf`. */
export function throughFunction(identity: Identity): Identity {
  const source = sourceOf(identity)
  return { ...identity, source: source === '' ? 'scf' : `${source},scf` }
}

/** The environment variables that `getWXContext()` of wx-server-sdk reads, for this call only. */
export function identityEnvironment(identity: Identity): Record<string, string> {
  const environment: Record<string, string> = { WX_CONTEXT_KEYS: 'WX_CLIENTIP,WX_APPID,WX_OPENID,WX_UNIONID' }
  const source = sourceOf(identity)
  if (source !== '') environment.TCB_SOURCE = source
  if (identity.openid !== undefined) {
    environment.WX_OPENID = identity.openid
    environment.WX_APPID = identity.appid ?? LOCAL_APPID
    environment.WX_CLIENTIP = identity.clientIp ?? '127.0.0.1'
  } else {
    if (identity.appid !== undefined) environment.WX_APPID = identity.appid
    if (identity.clientIp !== undefined) environment.WX_CLIENTIP = identity.clientIp
  }
  if (identity.unionid !== undefined) environment.WX_UNIONID = identity.unionid
  return environment
}

/** CloudBase adds `userInfo` to the event of a mini-program's call; a `userInfo` sent by the page is overridden. */
export function eventFromClient(eventJson: string, identity: Identity): string {
  if (identity.openid === undefined || !eventJson.startsWith('{')) return eventJson
  const userInfo = JSON.stringify({ appId: identity.appid ?? LOCAL_APPID, openId: identity.openid })
  // The last of two equal keys wins in JSON.parse, so appending is enough and the event need not be parsed here.
  return `${eventJson.slice(0, -1)}${eventJson.length > 2 ? ',' : ''}"userInfo":${userInfo}}`
}
