import type { ClockStep, PreviewState, SharedLink } from '../state'

async function answer<Data>(request: Promise<Response>): Promise<Data> {
  const response = await request
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}

export const readState = () => answer<PreviewState>(fetch('state'))

export const moveClock = (step: ClockStep) => answer<PreviewState>(fetch(`clock?step=${step}`, { method: 'POST' }))

/** The link that this customer would put into Moments today. */
export const sharedLinkOf = (openid: string, unionid: string) =>
  answer<SharedLink>(fetch(`share?${new URLSearchParams({ openid, unionid })}`, { method: 'POST' }))
