import type { PrivacyListener } from '../privacy'
import type { Asynchronous, Synchronous } from './typed'
import type { WxWorld } from './world'

export function privacyLater({ privacy, toasts }: WxWorld): Asynchronous {
  return {
    getPrivacySetting: () => ({
      needAuthorization: privacy.isNeeded,
      privacyContractName: '《车主回馈小程序隐私保护指引》',
    }),
    // The consent itself is asked for before any private interface, this one among them.
    requirePrivacyAuthorize: () => undefined,
    openPrivacyContract: () => void toasts.push('《车主回馈小程序隐私保护指引》'),
  }
}

export function privacyListener({ privacy }: WxWorld): Synchronous {
  return { onNeedPrivacyAuthorization: (listener) => privacy.listen(listener as unknown as PrivacyListener) }
}
