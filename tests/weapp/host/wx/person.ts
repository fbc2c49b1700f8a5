import type { Asynchronous } from './typed'
import type { WxWorld } from './world'

/** What turns to the person who holds the phone: words, the menu, the clipboard, the motor, the question for messages. */
export function person({ device, toasts, shareMenu }: WxWorld): Asynchronous {
  return {
    showToast: ({ title }) => void toasts.push(title),
    hideToast: () => undefined,
    vibrateShort: () => undefined,
    setClipboardData: ({ data }) => {
      device.clipboard = data
      toasts.push('内容已复制')
      return undefined
    },
    showShareMenu: ({ menus }) => {
      for (const menu of menus ?? ['shareAppMessage']) shareMenu.add(menu)
      return undefined
    },
    requestSubscribeMessage: ({ tmplIds }) => Object.fromEntries(tmplIds.map((id) => [id, device.subscriptions])),
  }
}
