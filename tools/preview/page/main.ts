import { pages } from '../address'
import { customers, type Person } from '../people'
import type { PreviewState } from '../state'
import { showCalls } from './calls'
import { onClockStep, showClock } from './campaign-clock'
import { moveClock, readState } from './cloud'
import { drawRays, fitPhone } from './drawing'
import { element, make } from './elements'
import { listPeople, markPerson } from './people-list'
import { followPage, goTo, open, reopen, setLook } from './phone'
import { onSharedLink, shareAs } from './share'

function show(state: PreviewState): void {
  element('#campaign-title', HTMLElement).textContent = state.title
  showClock(state)
  showCalls(state.calls)
}

async function follow(): Promise<void> {
  try {
    show(await readState())
    document.body.classList.remove('stopped')
  } catch {
    document.body.classList.add('stopped')
  }
  setTimeout(follow, 1_000)
}

function listPages(): void {
  const group = element('#pages .buttons', HTMLElement)
  const buttons = Object.values(pages).map(({ path, label }) => {
    const button = make('button', '', label)
    button.type = 'button'
    button.dataset.page = path
    button.addEventListener('click', () => goTo(path))
    return button
  })
  group.append(...buttons)
  followPage((page) => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.page === page))
  })
}

function onLook(): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>('.segments input')) {
    radio.addEventListener('change', () => {
      const { value } = radio
      if (value === 'light' || value === 'dark') setLook({ theme: value })
      if (value === 'standard' || value === 'large') setLook({ type: value })
    })
  }
}

drawRays()
fitPhone()
listPages()
onLook()
onSharedLink()
onClockStep(async (step) => {
  show(await moveClock(step))
  // The page cannot know that time was moved: it is opened again, as after a night.
  reopen()
})
const become = (person: Person) => {
  markPerson(person)
  shareAs(person)
  open({ as: person, page: pages.draw.path })
}
listPeople(become)
become(customers[0])
follow()
