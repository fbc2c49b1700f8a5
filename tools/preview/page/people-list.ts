import { customers, freshVisitor, type Person } from '../people'
import { element, make } from './elements'

const tick =
  '<svg class="tick" viewBox="0 0 18 18" aria-hidden="true"><path d="m3.5 9.5 3.8 3.8 7.2-8" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>'

function row({ name, note }: Pick<Person, 'name' | 'note'>, chosen: () => void): HTMLButtonElement {
  const small = make('small', '', note)
  const button = make(
    'button',
    'person',
    make('span', 'face', name.slice(0, 1)),
    make('span', '', make('b', '', name), small),
  )
  button.type = 'button'
  button.setAttribute('aria-pressed', 'false')
  button.insertAdjacentHTML('beforeend', tick)
  button.addEventListener('click', () => {
    for (const other of button.parentElement?.children ?? [])
      other.setAttribute('aria-pressed', String(other === button))
    chosen()
  })
  return button
}

/** The switcher: three customers, and somebody new at each click. The first is chosen. */
export function listPeople(chosen: (person: Person) => void): void {
  const visitorRow = row({ name: '新访客', note: '每次点击都是一位新的微信用户' }, () => {
    const visitor = freshVisitor()
    visitorRow.querySelector('small')?.replaceChildren(visitor.note)
    chosen(visitor)
  })
  const rows = customers.map((customer) => row(customer, () => chosen(customer)))
  element('.people', HTMLElement).append(...rows, visitorRow)
  rows[0]?.click()
}
