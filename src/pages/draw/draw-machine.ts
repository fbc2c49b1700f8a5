import type { Failure } from '@/cloud/call'
import type { Chances, DrawAnswer, DrawPageView, Receipt } from '@/cloud/prize-draw'
import { landingCell } from './landing-cell'

/** One draw from the press of the button to the closed sheet. */
export type DrawRun =
  | { kind: 'idle' }
  /** The lamps run; the cloud has not answered yet. */
  | { kind: 'waiting' }
  /** The cloud has answered; the light slows down towards `cell`, or just stops when no cell shows the outcome. */
  | { kind: 'landing'; answer: DrawAnswer; cell: number | null }
  | { kind: 'shown'; receipt: Receipt }
  | { kind: 'refused'; failure: Failure }

/** What the draw page shows. `fresh`: the view is of this visit; `late` is why a newer one could not be had. */
export type DrawPageState =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure }
  | { status: 'ready'; view: DrawPageView; fresh: boolean; late: Failure | null; run: DrawRun }

export type DrawPageEvent =
  | { type: 'reloading' }
  | { type: 'opened'; view: DrawPageView }
  | { type: 'open-failed'; failure: Failure }
  | { type: 'draw-sent' }
  | { type: 'draw-answered'; answer: DrawAnswer }
  | { type: 'draw-refused'; failure: Failure }
  | { type: 'landed' }
  | { type: 'closed' }
  | { type: 'chances-changed'; chances: Chances }

export function firstState(remembered: DrawPageView | null): DrawPageState {
  if (remembered === null) return { status: 'loading' }
  return { status: 'ready', view: remembered, fresh: false, late: null, run: { kind: 'idle' } }
}

/** The draw page as a pure machine. An event that does not fit the state changes nothing. */
export function drawPage(state: DrawPageState, event: DrawPageEvent): DrawPageState {
  switch (event.type) {
    case 'reloading':
      return state.status === 'failed' ? { status: 'loading' } : state
    case 'opened': {
      const run: DrawRun = state.status === 'ready' ? state.run : { kind: 'idle' }
      return { status: 'ready', view: event.view, fresh: true, late: null, run }
    }
    case 'open-failed':
      if (state.status === 'ready') return { ...state, fresh: false, late: event.failure }
      return { status: 'failed', failure: event.failure }
    default:
      return state.status === 'ready' ? { ...state, ...afterDrawEvent(state, event) } : state
  }
}

type Ready = Extract<DrawPageState, { status: 'ready' }>
type DrawEvent = Exclude<DrawPageEvent, { type: 'reloading' | 'opened' | 'open-failed' }>

function afterDrawEvent({ view, run }: Ready, event: DrawEvent): Partial<Ready> {
  switch (event.type) {
    case 'draw-sent':
      return run.kind === 'idle' || run.kind === 'refused' ? { run: { kind: 'waiting' } } : {}
    case 'draw-answered': {
      if (run.kind !== 'waiting') return {}
      const cell = landingCell(view.grid, event.answer.receipt)
      return { run: { kind: 'landing', answer: event.answer, cell } }
    }
    case 'draw-refused':
      return run.kind === 'waiting' ? { run: { kind: 'refused', failure: event.failure } } : {}
    case 'landed': {
      if (run.kind !== 'landing') return {}
      const { receipt, chances } = run.answer
      return { run: { kind: 'shown', receipt }, view: { ...view, chances, latest: receipt } }
    }
    case 'closed':
      return run.kind === 'shown' || run.kind === 'refused' ? { run: { kind: 'idle' } } : {}
    case 'chances-changed':
      return { view: { ...view, chances: event.chances } }
  }
}
