/**
 * Of the preview alone: beneath the code on the console's login, one button for each of the invented staff. A click confirms
 * the login as that person's telephone would. What is built and deployed has no such script.
 */
import { make } from './elements'

interface Choice {
  key: string
  name: string
  note: string
}

const style = `
#login-here:not([data-ticket='']) .here { display: grid }
.here { display: none; gap: 8px; padding-top: 16px; border-top: 1px dashed var(--line) }
.here p { color: var(--ink-3); text-align: center }
.here div { display: grid; grid-template-columns: repeat(auto-fill, minmax(120px, 1fr)); gap: 8px }
.here button { display: grid; padding: 8px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); color: var(--ink); font: inherit; cursor: pointer }
.here button:hover { border-color: var(--primary) }
.here button:disabled { opacity: .5; cursor: progress }
.here small { overflow: hidden; color: var(--ink-3); text-overflow: ellipsis; white-space: nowrap }
`

const choices: Choice[] = await (await fetch('/start/staff')).json()
document.head.append(make('style', '', style))

function panel(place: HTMLElement): HTMLElement {
  const buttons = choices.map(({ key, name, note }) => {
    const button = make('button', '', make('b', '', name), make('small', '', note))
    button.type = 'button'
    button.title = note
    button.addEventListener('click', async () => {
      for (const one of buttons) one.disabled = true
      const { ticket = '', number = '' } = place.dataset
      await fetch(`/start/console-login?${new URLSearchParams({ who: key, ticket, number })}`, { method: 'POST' })
      for (const one of buttons) one.disabled = false
    })
    return button
  })
  return make('section', 'here', make('p', '', '本机演示：不用扫码，直接以其中一位登录'), make('div', '', ...buttons))
}

/** The login comes and goes with the session. */
function offer(): void {
  const place = document.getElementById('login-here')
  if (place && place.childElementCount === 0) place.append(panel(place))
}
new MutationObserver(offer).observe(document.body, { childList: true, subtree: true })
offer()
