import type { Caller } from '#store/cloud'

/** Sources that a person with a mini-program, or with WeChat's developer tools, can cause. */
const PAGES: ReadonlySet<string> = new Set(['wx_client', 'wx_devtools', 'wx_localdebug', 'wx_crawler'])

/**
 * Called from a page, however many functions the call came through: SOURCE is the chain of callers, `wx_client,scf` for a
 * function that a page's function called.
 */
export const isPage = ({ source }: Caller): boolean => source?.split(',').some((one) => PAGES.has(one)) ?? false

/** Called by a timer, or with the environment's own credentials: nobody's openid stands behind it. */
export const isSystem = (caller: Caller): boolean => caller.openid === null && !isPage(caller)
