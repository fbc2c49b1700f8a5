import { Refused } from '../refused'
import type { Asynchronous } from './typed'
import type { WxWorld } from './world'

/** What turns to the person who holds the phone: words, the menu, the clipboard, the motor, the question for messages. */
export function person({ device, toasts, shareMenu, ask }: WxWorld): Asynchronous {
  return {
    showToast: ({ title }) => void toasts.push(title),
    hideToast: () => undefined,
    showModal: ({ title = '', content = '', confirmText = '确定', cancelText = '取消', showCancel = true }) =>
      new Promise((resolve) =>
        ask({
          ...{ title, content, confirmText, cancelText: showCancel ? cancelText : null },
          answered: (confirm) => resolve({ confirm, cancel: !confirm, content: '' }),
        }),
      ),
    scanCode: () => {
      if (device.scanned === null) throw new Refused('cancel')
      return { result: device.scanned, scanType: 'QR_CODE', charSet: 'utf-8', path: '', rawData: '' }
    },
    // Whether the money moves it does not say: WeChat's answer to the merchant alone does.
    requestMerchantTransfer: ({ mchId, package: packageInfo }) => {
      if (!mchId || !packageInfo || device.transfer === 'fails') throw new Refused('invalid package')
      if (device.transfer === 'cancelled') throw new Refused('cancel')
      return undefined
    },
    makePhoneCall: ({ phoneNumber }) => void device.dialled.push(phoneNumber),
    getScreenBrightness: () => ({ value: device.brightness }),
    setScreenBrightness: ({ value }) => {
      device.brightness = value
      return undefined
    },
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
    requestSubscribeMessage: ({ tmplIds }) => {
      if (tmplIds.length === 0) throw new Refused("TmplIds can't be empty", { errCode: 10001 })
      if (tmplIds.length > 5) throw new Refused('Templates count out of max bounds', { errCode: 20003 })
      const answer = device.subscriptions
      if (answer === 'off') throw new Refused('The main switch is switched off', { errCode: 20004 })
      return Object.fromEntries(tmplIds.map((id) => [id, answer]))
    },
  }
}
