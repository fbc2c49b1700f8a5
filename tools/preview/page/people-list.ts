import { knownHolders } from '../../policy-book/known-people'
import { customers, freshVisitor, type Person, staffMember } from '../people'
import { element, make } from './elements'

const tick =
  '<svg class="tick" viewBox="0 0 18 18" aria-hidden="true"><path d="m3.5 9.5 3.8 3.8 7.2-8" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>'

const rows = new Map<string, HTMLButtonElement>()
const visitorKey = 'visitor'

/** What this person types in order to bind the policy. */
function bindingOf(key: string): string[] {
  const holder = knownHolders.find((one) => one.key === key)
  if (!holder) return []
  const { note, phone, plate, idNumber } = holder
  return [`${note}。绑定用：手机 ${phone}，证件后六位 ${idNumber.slice(-6)}，车牌 ${plate}`]
}

function row({ key, name, note }: Pick<Person, 'key' | 'name' | 'note'>, clicked: () => void): HTMLButtonElement {
  const lines = [note, ...bindingOf(key)].map((line) => make('small', '', line))
  const words = make('span', '', make('b', '', name), ...lines)
  const button = make('button', 'person', make('span', 'face', name.slice(0, 1)), words)
  button.type = 'button'
  button.setAttribute('aria-pressed', 'false')
  button.insertAdjacentHTML('beforeend', tick)
  button.addEventListener('click', clicked)
  return button
}

/** Marks who the phone belongs to now; nobody where nobody is signed in. */
export function markPerson(person: Person | null): void {
  const key = person === null ? null : rows.has(person.key) ? person.key : visitorKey
  for (const [name, button] of rows) button.setAttribute('aria-pressed', String(name === key))
  if (person && key === visitorKey) rows.get(visitorKey)?.querySelector('small')?.replaceChildren(person.note)
}

/** The switcher: three customers, somebody at a branch's counter, and somebody new at each click. */
export function listPeople(chosen: (person: Person) => void): void {
  for (const customer of [...customers, staffMember])
    rows.set(
      customer.key,
      row(customer, () => chosen(customer)),
    )
  const visitor = { key: visitorKey, name: '新访客', note: '每次点击都是一位新的微信用户' }
  rows.set(
    visitorKey,
    row(visitor, () => chosen(freshVisitor())),
  )
  element('.people', HTMLElement).append(...rows.values())
}
