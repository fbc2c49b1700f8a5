import {
  listSwitches as listOperation,
  type Switch,
  startSwitch as startOperation,
  stopSwitch as stopOperation,
} from '#contract/switches'
import { audit } from '#pipeline/audit'
import { type CallBy, forStaff, handle, type StaffAccess } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { pausedText } from '#rules/switches/paused'
import { isStopped, isStoppedItself, type Stop } from '#rules/switches/stop'
import { lastOrder, type Order, SWITCH_LEAD_MS, start, stateOf, stop } from '#rules/switches/switch'
import { type Target, targetsOf } from '#rules/switches/targets'
import { listStaff } from '#store/staff'
import { changeStops, findTermsInForce } from '#store/terms'
import type { Instant } from '#values/days'

type Names = ReadonlyMap<string, string>

/** Who of staff is called how: the roster is small, and it keeps those who have left. */
const namesOfStaff = async (): Promise<Names> => new Map((await listStaff()).map(({ _id, name }) => [_id, name]))

function shown({ what, title, clause }: Target, stops: readonly Stop[], names: Names, now: Instant): Switch {
  const { state } = stateOf(stops, what, now)
  const signed = ({ at, by, why }: Stop['stopped']) => ({ at, by: names.get(by) ?? by, why })
  return {
    what,
    title,
    clause,
    state,
    stoppedWith: stoppedAround(what, stops, now),
    customersRead: pausedText(what, title),
    stops: stops
      .filter((one) => one.what === what)
      .map(({ fromAt, untilAt, stopped, started }) => ({
        fromAt,
        untilAt,
        stopped: signed(stopped),
        started: started && signed(started),
      }))
      .reverse(),
  }
}

/** What stops it along with itself, where it is not stopped by itself. */
function stoppedAround(what: Target['what'], stops: readonly Stop[], now: Instant): string | null {
  if (isStoppedItself(stops, what, now) || !isStopped(stops, what, now)) return null
  return isStoppedItself(stops, 'campaign', now) ? '整个活动' : '互动抽奖'
}

export const listSwitches = handle(
  listOperation,
  forStaff('admin', 'reviewer', 'finance', 'analyst'),
  async (_input, { now }) => {
    const inForce = await findTermsInForce(now)
    if (!inForce) return refuse('campaign-not-published')
    const { terms, stops } = inForce
    const names = await namesOfStaff()
    return {
      campaignTitle: terms.title,
      now,
      leadMs: SWITCH_LEAD_MS,
      switches: targetsOf(terms).map((target) => shown(target, stops, names, now)),
    }
  },
)

type AdminCall = CallBy<StaffAccess>
const changes = { stop, start } as const

/** One person is enough: to stop must not wait for a second. What changes nothing is answered, and logged no second time. */
async function order({ what, why }: { what: string; why: string }, call: AdminCall, kind: keyof typeof changes) {
  const inForce = await findTermsInForce(call.now)
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const { campaignId } = terms
  const target = targetsOf(terms).find((one) => one.what === what)
  if (!target) return refuse('switch-unknown')
  const given: Order = { campaignId, what: target.what, now: call.now, by: call.staff._id, why }
  const changed = await changeStops(campaignId, (stops) => changes[kind](stops, given))
  if (!changed) return refuse('busy')
  const { after } = changed
  const ordered = lastOrder(after, kind, given)
  if (ordered) {
    const { at, before } = ordered
    await audit(call, {
      what: kind === 'stop' ? 'campaign.stop' : 'campaign.resume',
      object: { kind: 'switch', id: `${campaignId}.${what}` },
      before: { state: stateOf(before, target.what, at).state },
      after: { state: stateOf(after, target.what, at).state },
      why,
      deed: String(at),
    })
  }
  return shown(target, after, await namesOfStaff(), call.now)
}

export const stopSwitch = handle(stopOperation, forStaff('admin'), (input, call) => order(input, call, 'stop'))
export const startSwitch = handle(startOperation, forStaff('admin'), (input, call) => order(input, call, 'start'))
