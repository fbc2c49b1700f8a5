#!/usr/bin/env node
/**
 * Checks that a prize draw was honest, offline, from what is public: `node verify-draw.mjs FILE`.
 * FILE holds a customer's receipt with what the page 开奖验证 shows, or a whole exported day (docs/fair-draw.md).
 * Node's standard library only, and nothing of the campaign's own code: it can be read in a few minutes and trusted alone.
 */
import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'

const NOT_PROVEN = `
What this does not prove:
  - that the file's first day and commitment are the published ones: compare both, printed below, with the published
    terms and the page 开奖验证; with others, any seed would pass;
  - that the file's odds are those of the terms: compare a receipt's termsVersion and termsHash with the page's, and the
    odds with that version's published rules;
  - that somebody who knew the secret seeds did not choose a nonce that wins: who holds the seeds must not take part;
  - that "out-of-stock" or "limit-reached" was true at that moment (a day's export shows what was given out that day);
  - that a prize was stopped for a good reason: the file says from when until when, and the page 开奖验证 shows the same;
  - that the instants of draws and stops are true: they are the organiser's clock's; whoever kept a receipt can compare;
  - that no draw is missing at the end of a customer's day, or a whole customer: compare your own receipts with the export;
  - that prizes were handed over: ask for the published list of winners.`

const failures = []
const check = (holds, what) => {
  if (!holds) failures.push(what)
  return holds
}

/**
 * The campaign's day that a date is, counted from the calendar: with a number taken from the file, the chain could be cut
 * short until another day's seed, or the commitment itself, fits. `startsOn` must be the published one: it stands in the
 * published terms, and the page 开奖验证 shows it.
 */
const dayNumberOf = ({ startsOn, on }) => (Date.parse(on) - Date.parse(startsOn)) / 86_400_000 + 1

/** Hashing a day's seed once for every campaign day must end at what was published before the start. */
function seedBelongs(seed, dayNumber, commitment) {
  let bytes = Buffer.from(seed, 'hex')
  for (let step = 0; step < dayNumber; step += 1) bytes = createHash('sha256').update(bytes).digest()
  return bytes.toString('hex') === commitment
}

function ticketOf(seed, { campaignId, pseudonym, on, ordinal, nonce }) {
  const key = Buffer.from(seed, 'hex')
  let mac = createHmac('sha256', key).update(`${campaignId}\n${pseudonym}\n${on}\n${ordinal}\n${nonce}`).digest()
  for (;;) {
    for (let at = 0; at < 32; at += 4) {
      const word = mac[at] * 2 ** 24 + mac[at + 1] * 2 ** 16 + mac[at + 2] * 2 ** 8 + mac[at + 3]
      if (word < 4_294_000_000) return word % 1_000_000
    }
    mac = createHmac('sha256', key).update(mac).digest()
  }
}

function prizeOf(odds, ticket) {
  let upTo = 0
  for (const { prizeId, oddsPpm } of odds) {
    upTo += oddsPpm
    if (ticket < upTo) return prizeId
  }
  return null
}

/** Whether the organiser had stopped it at that instant: `prize-draw`, `campaign`, or `prize:` and its id. */
const isStopped = (stops, what, at) =>
  stops.some((stop) => stop.what === what && stop.fromAt <= at && (stop.untilAt === null || at < stop.untilAt))

/** A prize that has run out, or is stopped, may be replaced by a later one, when the terms say `next-prize`. */
function outcomeAgrees({ odds, whenOut, stops }, hit, { outcome, at }) {
  switch (outcome.kind) {
    case 'none':
      return hit === null
    case 'out-of-stock':
      return outcome.prizeId === hit && !isStopped(stops, `prize:${hit}`, at)
    case 'prize-stopped':
      return outcome.prizeId === hit && isStopped(stops, `prize:${hit}`, at)
    case 'limit-reached':
      return outcome.prizeId === hit
    case 'won': {
      if (isStopped(stops, `prize:${outcome.prizeId}`, at)) return false
      if (outcome.prizeId === hit) return true
      const order = odds.map(({ prizeId }) => prizeId)
      return hit !== null && whenOut === 'next-prize' && order.indexOf(outcome.prizeId) > order.indexOf(hit)
    }
    default:
      return false
  }
}

function checkDraw(day, draw) {
  const name = `${draw.pseudonym} ${draw.on} #${draw.ordinal}`
  check(draw.campaignId === day.campaignId && draw.on === day.on, `${name}: is of another campaign or day`)
  const ticket = ticketOf(day.seed, draw)
  check(ticket === draw.ticket, `${name}: the ticket should be ${ticket}, the receipt says ${draw.ticket}`)
  const hit = prizeOf(day.odds, ticket)
  const said = draw.outcome.prizeId ? `${draw.outcome.kind} ${draw.outcome.prizeId}` : draw.outcome.kind
  check(outcomeAgrees(day, hit, draw), `${name}: ticket ${ticket} hits ${hit ?? 'nothing'}, the receipt says ${said}`)
  const drawStopped = isStopped(day.stops, 'campaign', draw.at) || isStopped(day.stops, 'prize-draw', draw.at)
  check(!drawStopped, `${name}: was made while the draw was stopped`)
}

function checkDay(day) {
  const dayNumber = dayNumberOf(day)
  check(dayNumber >= 1, `${day.on} is before the campaign's first day, ${day.startsOn}`)
  const { dayNumber: claimed = dayNumber } = day
  check(claimed === dayNumber, `${day.on} is day ${dayNumber} of the campaign, the file says ${claimed}`)
  check(seedBelongs(day.seed, dayNumber, day.commitment), `the seed of ${day.on} does not lead to the commitment`)
  const sum = day.odds.reduce((total, { oddsPpm }) => total + oddsPpm, 0)
  check(sum >= 0 && sum <= 1_000_000, `the odds sum to ${sum} parts per million`)
  for (const draw of day.draws) checkDraw(day, draw)
}

/** Only a whole day shows these: each customer's draws numbered without gaps, no nonce twice, no prize given too often. */
function checkWhole(day) {
  const byCustomer = new Map()
  for (const draw of day.draws) byCustomer.set(draw.pseudonym, [...(byCustomer.get(draw.pseudonym) ?? []), draw])
  for (const [pseudonym, draws] of byCustomer) {
    const ordinals = draws.map(({ ordinal }) => ordinal).sort((a, b) => a - b)
    check(
      ordinals.every((ordinal, index) => ordinal === index + 1),
      `${pseudonym}: draws are numbered ${ordinals.join(', ')}`,
    )
    check(new Set(draws.map(({ nonce }) => nonce)).size === draws.length, `${pseudonym}: a nonce was used twice`)
  }
  const benefits = day.draws.flatMap(({ outcome }) => (outcome.kind === 'won' ? [outcome] : []))
  check(
    new Set(benefits.map(({ benefitId }) => benefitId)).size === benefits.length,
    'one benefit was given for two draws',
  )
  for (const { prizeId, quantity } of day.odds) {
    const given = benefits.filter((outcome) => outcome.prizeId === prizeId).length
    if (typeof quantity === 'number') check(given <= quantity, `${prizeId}: ${given} given, only ${quantity} promised`)
  }
}

const isDate = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toJSON()?.slice(0, 10) === text
const isDigest = (text) => /^[0-9a-f]{64}$/.test(text)

/** A receipt is checked as a day with one draw in it. */
function readDay(path) {
  let file
  try {
    file = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path} cannot be read as JSON: ${error.message}`)
  }
  const whole = Array.isArray(file.draws)
  const day = { stops: [], ...(whole ? file : { ...file, ...file.receipt, draws: [file.receipt] }) }
  const missing = ['campaignId', 'startsOn', 'on', 'commitment', 'odds'].filter((name) => day[name] === undefined)
  if (missing.length > 0 || day.draws.some((draw) => !draw))
    throw new Error(`${path} lacks ${missing.join(', ') || 'the receipt'}`)
  if (!day.seed)
    throw new Error(`the seed of ${day.on} has not been published yet: it is, a few minutes after that day`)
  for (const name of ['startsOn', 'on']) if (!isDate(day[name])) throw new Error(`${name} is no date: ${day[name]}`)
  for (const name of ['commitment', 'seed'])
    if (!isDigest(day[name])) throw new Error(`${name} is not 64 hexadecimal digits: ${day[name]}`)
  return { whole, day }
}

const [path] = process.argv.slice(2)
try {
  if (!path) throw new Error('Usage: node verify-draw.mjs FILE')
  const { whole, day } = readDay(path)
  checkDay(day)
  if (whole) checkWhole(day)
  for (const failure of failures) console.log(`✗ ${failure}`)
  const counted = `${day.draws.length} draw${day.draws.length === 1 ? '' : 's'} of ${day.on}`
  console.log(
    failures.length === 0
      ? `✓ ${counted}: seed, tickets and outcomes agree`
      : `✗ ${counted}: ${failures.length} disagree`,
  )
  console.log(NOT_PROVEN)
  console.log(
    `\nChecked with first day ${day.startsOn} and commitment ${day.commitment}: both must be the published ones.`,
  )
  process.exitCode = failures.length === 0 ? 0 : 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
