import type { BuiltInElement, MakeBuiltIn, WeChatAround } from './built-in'
import { formSays } from './form'

/**
 * `<button>`: deaf when disabled; `form-type` speaks to the form around; `open-type` leads to WeChat's own actions, none of
 * which exist in the single page of Moments.
 */
export const button: MakeBuiltIn = (weChat) => ({
  properties: [
    ...['type', 'size', 'plain', 'disabled', 'loading', 'formType', 'openType', 'hoverClass', 'lang', 'name'],
    ...['hoverStopPropagation', 'hoverStartTime', 'hoverStayTime', 'sessionFrom', 'sendMessageTitle'],
    ...['sendMessagePath', 'sendMessageImg', 'appParameter', 'showMessageCard', 'businessId'],
  ],
  attached: (self) =>
    self.onTap(() => {
      if (self.attribute('disabled')) return false
      const formType = self.attribute('formType')
      if (formType === 'submit' || formType === 'reset')
        self.dom.dispatchEvent(new CustomEvent(formSays[formType], { bubbles: true, detail: self.identity() }))
      const openTypes = String(self.attribute('openType') ?? '')
      if (openTypes === '' || weChat.forbiddenInSinglePage(`<button open-type="${openTypes}">`)) return undefined
      for (const openType of openTypes.split('|').reverse()) open(openType, self, weChat)
      return undefined
    }),
})

function open(openType: string, self: BuiltInElement, weChat: WeChatAround): void {
  const acts: Readonly<Record<string, () => void>> = {
    share: () => weChat.share(self.identity()),
    contact: () => self.send('contact', { path: '', query: {} }),
    openSetting: () => self.send('opensetting', weChat.settings()),
    getPhoneNumber: () =>
      void weChat.phoneNumber().then((detail) => {
        if (weChat.alive()) self.send('getphonenumber', detail)
      }),
    agreePrivacyAuthorization() {
      weChat.agreeToPrivacy(self.identity().id)
      self.send('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
    },
  }
  const act = acts[openType]
  if (act) act()
  else weChat.report('wx', `the host does not imitate <button open-type="${openType}">`)
}
