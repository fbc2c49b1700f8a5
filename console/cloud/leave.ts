import { leaveConsole } from '#contract/console-sessions'
import { forgetBrowserKey } from './browser-key'
import { call } from './call'

/** Ends this browser's session. Without a network it ends here alone, and by itself in the cloud. */
export async function leave(): Promise<void> {
  await call(leaveConsole, {})
  await forgetBrowserKey()
}
