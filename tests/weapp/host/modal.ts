/** WeChat's own question above the page: two answers, or one. */
export interface Modal {
  title: string
  content: string
  confirmText: string
  /** null: there is nothing to refuse. */
  cancelText: string | null
  answered(confirmed: boolean): void
}

export const modalStyle = `
.wechat-veil { position: fixed; inset: 0; z-index: 10000; background: rgba(0, 0, 0, .5); font: 17px/1.4 sans-serif }
.wechat-modal { position: absolute; left: 32px; right: 32px; top: 35%; padding: 24px; border-radius: 12px; background: #fff; color: #111; text-align: center }
.wechat-modal-answers { display: flex; justify-content: space-around; padding-top: 20px }
.wechat-modal-answers > * { padding: 12px 20px }
`

export function showModal({ title, content, confirmText, cancelText, answered }: Modal): void {
  const veil = part('wechat-veil')
  const box = part('wechat-modal')
  box.setAttribute('role', 'dialog')
  const answers = part('wechat-modal-answers')
  const answer = (text: string, confirmed: boolean) => {
    const button = part('', text)
    button.setAttribute('role', 'button')
    button.addEventListener('click', () => {
      veil.remove()
      answered(confirmed)
    })
    return button
  }
  answers.append(...(cancelText === null ? [] : [answer(cancelText, false)]), answer(confirmText, true))
  box.append(part('', title), part('', content), answers)
  veil.append(box)
  document.body.append(veil)
}

function part(className: string, text = ''): HTMLElement {
  return Object.assign(document.createElement('div'), { className, textContent: text })
}
