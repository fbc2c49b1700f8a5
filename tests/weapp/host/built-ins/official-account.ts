import type { MakeBuiltIn } from './built-in'

/** Scanned codes, the entry at a chat's top, and the way back from another mini-program: nowhere else does WeChat show the bar. */
const scenes = [1011, 1017, 1025, 1038, 1047, 1089, 1124]

/** `<official-account>`: the bar that proposes to follow. */
export const officialAccount: MakeBuiltIn = (weChat) => ({
  properties: [],
  attached(self) {
    const shown = scenes.includes(weChat.scene())
    self.show({ shown })
    if (shown) self.send('load', { status: 0, errMsg: 'success' })
    else self.send('error', { status: 3, errMsg: 'the scene does not show the official account' })
  },
})
