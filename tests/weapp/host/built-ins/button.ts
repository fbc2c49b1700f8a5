import type { MakeBuiltIn } from './built-in'

/** `<button>`: deaf when disabled; `open-type` leads to WeChat's own actions, none of which exist in the single page of Moments. */
export const button: MakeBuiltIn = (weChat) => ({
  properties: ['type', 'size', 'plain', 'disabled', 'loading', 'formType', 'openType', 'hoverClass', 'lang', 'name'],
  attached: (self) =>
    self.onTap(() => {
      if (self.attribute('disabled')) return false
      const openType = self.attribute('openType')
      if (typeof openType !== 'string' || openType === '') return undefined
      if (weChat.forbiddenInSinglePage(`<button open-type="${openType}">`)) return undefined
      if (openType === 'share') weChat.share(self.identity())
      else if (openType === 'contact') self.send('contact', { path: '', query: {} })
      else weChat.report('wx', `the host does not imitate <button open-type="${openType}">`)
      return undefined
    }),
})
