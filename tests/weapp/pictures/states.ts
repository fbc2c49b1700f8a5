import type { AuditedPage } from '../audit/audited-pages'
import { bankAccountStates } from './bank-account-states'
import { collectionStates } from './collection-states'
import { consoleLoginStates } from './console-login-states'
import { counterStates } from './counter-states'
import { drawStates } from './draw-states'
import { mineStates } from './mine-states'
import { offerStates } from './offer-states'
import { packageStates } from './package-states'
import { pausedStates } from './paused-states'
import { referralStates } from './referral-states'
import type { PicturedState } from './state'

/** What every page has: its content, waiting for it, no network on the first visit, and no network later. */
export const statesOfEvery = ({ name, path, scene }: AuditedPage): PicturedState[] => {
  const page = { path, ...(scene !== undefined && { scene }) }
  return [
    { ...page, name, whole: true },
    { ...page, name: `${name}-等待`, answers: { '*': 'never' }, waits: false, act: (phone) => phone.wake(900) },
    {
      ...{ ...page, name: `${name}-首次就没有网络`, answers: { '*': 'lost' }, waits: false },
      async act(phone) {
        await phone.goOffline()
        await phone.content()
      },
    },
    {
      ...{ ...page, name: `${name}-看过之后断网` },
      async act(phone) {
        phone.answer({ '*': 'lost' })
        await phone.startAgain()
        await phone.goOffline()
        await phone.content()
        await phone.wake(4_500)
      },
    },
  ]
}

/** States of single pages that are not reached by opening them. */
export const specialStates: readonly PicturedState[] = [
  ...drawStates,
  ...mineStates,
  ...offerStates,
  ...collectionStates,
  ...packageStates,
  ...referralStates,
  ...bankAccountStates,
  ...counterStates,
  ...consoleLoginStates,
  ...pausedStates,
]
