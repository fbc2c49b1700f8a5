import type { MakeBuiltIn } from './built-in'

/** `<canvas type="2d">`; the script draws on the node that a selector query hands out. */
export const canvas: MakeBuiltIn = (weChat) => ({
  properties: ['type', 'canvasId', 'disableScroll'],
  attached(self) {
    if (self.attribute('type') !== '2d')
      weChat.report('error', '<canvas> without type="2d": WeChat no longer keeps it up')
  },
})
