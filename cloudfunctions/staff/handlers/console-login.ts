import {
  beginLogin as beginOperation,
  confirmLogin as confirmOperation,
  LOGIN_PAGE,
  loginScene,
  lookAtLogin as lookOperation,
  pollLogin as pollOperation,
  refuseLogin as refuseOperation,
} from '#contract/console-login'
import { audit } from '#pipeline/audit'
import { readMachineClock } from '#pipeline/clock'
import { type Call, forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { addressKeyOf } from '#store/accounts'
import { openSession } from '#store/console-sessions'
import {
  addTicket,
  type ConsoleTicket,
  confirmTicket,
  findTicket,
  loginCode,
  refuseTicket,
  spendTicket,
  takeTicket,
  ticketHashOf,
} from '#store/console-tickets'
import { type Limit, takeFrom } from '#store/limits'

/** Who has something to do in the console. */
export const deskStaff = forStaff('admin', 'reviewer', 'finance', 'branch', 'analyst')

/** Long enough to take out a telephone. */
const TICKET_MS = 3 * 60_000
const beginnings: Limit = { what: 'console-login', most: 60, windowMs: 10 * 60_000 }

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const ALL_LETTERS_END = 256 - (256 % LETTERS.length)

/** 24 letters and digits, each as likely as the others: 142 bits. */
function newTicketId(random: Call['random']): string {
  let id = ''
  while (id.length < 24) {
    for (const byte of random(32)) if (byte < ALL_LETTERS_END) id += LETTERS.charAt(byte % LETTERS.length)
  }
  return id.slice(0, 24)
}

/** Three different numbers of two digits; the first is the screen's. */
function newNumbers(random: Call['random']): [string, string, string] {
  const numbers = new Set<string>()
  while (numbers.size < 3) for (const byte of random(8)) if (byte < 180) numbers.add(String(10 + (byte % 90)))
  const [one = '', two = '', three = ''] = numbers
  return [one, two, three]
}

export const beginLogin = handle(beginOperation, 'anyone', async ({ publicKey }, { browser, address, now, random }) => {
  if (!browser || browser.notSignedBy(publicKey)) return refuse('not-allowed')
  if (!(await takeFrom(beginnings, addressKeyOf(address ?? 'unknown'), now))) return refuse('too-many-logins')
  const at = readMachineClock()
  const ticketId = newTicketId(random)
  const numbers = newNumbers(random)
  const expiresAt = at + TICKET_MS
  await addTicket({
    _id: ticketHashOf(ticketId),
    publicKey,
    browser: browser.name,
    place: browser.place,
    number: numbers[0],
    numbers: [...numbers].sort(),
    state: 'waiting',
    lookedBy: null,
    expiresAt,
  })
  return { ticketId, number: numbers[0], now: at, expiresAt, code: await loginCode(LOGIN_PAGE, loginScene(ticketId)) }
})

export const pollLogin = handle(pollOperation, 'anyone', async ({ ticketId }, { browser, random }) => {
  const at = readMachineClock()
  const ticket = browser && (await findTicket(ticketId, at))
  // Whoever else knows the ticket has not the key that began it: for them there is none.
  if (!browser || !ticket || browser.notSignedBy(ticket.publicKey)) return refuse('login-ticket-gone')
  const { state, lookedBy, publicKey, place } = ticket
  switch (state) {
    case 'waiting':
    case 'scanned':
    case 'refused':
      return { state }
    case 'used':
      return refuse('login-ticket-gone')
    case 'confirmed': {
      if (lookedBy === null || !(await spendTicket(ticket, at))) return refuse('login-ticket-gone')
      const token = random(32).toString('base64url')
      await openSession(token, { account: lookedBy, publicKey, browser: ticket.browser, place }, at)
      browser.keepToken(token)
      return { state: 'entered' as const }
    }
    default:
      return state satisfies never
  }
})

const objectOf = ({ _id }: ConsoleTicket) => ({ kind: 'console-session', id: _id }) as const

export const lookAtLogin = handle(lookOperation, deskStaff, async ({ ticketId }, { staff }) => {
  const at = readMachineClock()
  const ticket = await findTicket(ticketId, at)
  const mine = ticket && (ticket.lookedBy === staff._id || (await takeTicket(ticket, staff._id, at)))
  if (!mine || (ticket.state !== 'waiting' && ticket.state !== 'scanned')) return refuse('login-ticket-gone')
  const { browser, place, numbers, expiresAt } = ticket
  return { browser, place, numbers, me: { name: staff.name, role: staff.role }, now: at, expiresAt }
})

export const confirmLogin = handle(confirmOperation, deskStaff, async ({ ticketId, number }, call) => {
  const at = readMachineClock()
  const { staff } = call
  const ticket = await findTicket(ticketId, at)
  if (!ticket || ticket.lookedBy !== staff._id) return refuse('login-ticket-gone')
  const right = number === ticket.number
  const moved = right ? await confirmTicket(ticket, staff._id, at) : await refuseTicket(ticket, staff._id, at)
  if (!moved && !wasDone(ticket, right)) return refuse('login-ticket-gone')
  const { browser, place } = ticket
  await audit(call, {
    what: right ? 'console-login.confirm' : 'console-login.refuse',
    object: objectOf(ticket),
    after: { browser, place },
    why: right ? '本人扫码确认' : '数字与屏幕不符',
    deed: 'decide',
  })
  return right ? {} : refuse('login-number-wrong')
})

/** A call that broke off had this done before; said again it lets nobody in a second time: a browser enters once. */
const wasDone = ({ state }: ConsoleTicket, confirmed: boolean): boolean =>
  confirmed ? state === 'confirmed' || state === 'used' : state === 'refused'

export const refuseLogin = handle(refuseOperation, deskStaff, async ({ ticketId }, call) => {
  const at = readMachineClock()
  const ticket = await findTicket(ticketId, at)
  if (!ticket || ticket.lookedBy !== call.staff._id) return refuse('login-ticket-gone')
  if (!(await refuseTicket(ticket, call.staff._id, at)) && !wasDone(ticket, false)) return refuse('login-ticket-gone')
  const { browser, place } = ticket
  await audit(call, {
    what: 'console-login.refuse',
    object: objectOf(ticket),
    after: { browser, place },
    why: '不是本人在登录',
    deed: 'decide',
  })
  return {}
})
