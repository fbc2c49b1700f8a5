// @ts-check
'use strict'
/**
 * One instance of a cloud function, in a process with an environment of its own. It loads the function once and then serves one
 * event at a time. Plain JavaScript, so that it starts without a build.
 *
 * @typedef {import('./instance').InstanceStart} InstanceStart
 * @typedef {import('./instance').InstanceCall} InstanceCall
 * @typedef {import('./instance').InstanceMessage} InstanceMessage
 * @typedef {{ output: string[], complaints: string[] }} Written
 * @typedef {(event: unknown, context: object) => unknown} Main
 */
const { format } = require('node:util')

const send = process.send?.bind(process)
if (send === undefined) throw new Error('instance-process.cjs is started by the local cloud only')
// The line to the local cloud is not the function's.
process.send = undefined
process.on('disconnect', () => process.exit())
// Ctrl-C reaches every process of the terminal: when this one ends is the local cloud's to say.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => {})
// The SDK reads some sixty variables per request; from a plain object that costs a quarter of what it costs from Node's store.
process.env = { ...process.env }
/** @type {InstanceStart} */
const start = JSON.parse(process.argv[2] ?? '')

const MAX_LINES = 200
const MAX_LINE_LENGTH = 4000
/** Console lines of the call that is running; lines written between calls belong to nobody and are dropped. @type {Written | undefined} */
let written
for (const level of /** @type {const} */ (['log', 'info', 'warn', 'error', 'debug'])) {
  console[level] = (...args) => {
    if (written === undefined || written.output.length >= MAX_LINES) return
    const line = format(...args).slice(0, MAX_LINE_LENGTH)
    written.output.push(line)
    if (level === 'warn' || level === 'error') written.complaints.push(line)
  }
}

/** @param {InstanceMessage} message */
const post = (message) => void send(message)

/** @param {unknown} error */
function describe(error) {
  if (error instanceof Error) return error.stack ?? String(error)
  return typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error))
}

/** Variables of the call before; removed first, so that nothing of one caller is left for the next. @type {string[]} */
let callVariables = []

/** @param {Record<string, string>} variables */
function enterEnvironment(variables) {
  for (const name of callVariables) delete process.env[name]
  callVariables = Object.keys(variables)
  for (const name of callVariables) process.env[name] = variables[name]
}

/** CloudBase's second argument of main. @param {InstanceCall} call */
function contextOf(call) {
  const endsAt = Date.now() + start.timeoutMs
  return {
    request_id: call.requestId,
    function_name: start.functionName,
    function_version: '$LATEST',
    namespace: process.env.SCF_NAMESPACE,
    tencentcloud_region: process.env.TENCENTCLOUD_REGION,
    memory_limit_in_mb: start.memoryMb,
    time_limit_in_ms: start.timeoutMs,
    environment: JSON.stringify(call.environment),
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, endsAt - Date.now()),
  }
}

/** @param {Main} main @param {InstanceCall} call */
async function serve(main, call) {
  /** @type {Written} */
  const lines = { output: [], complaints: [] }
  written = lines
  enterEnvironment(call.environment)
  try {
    const result = await main(JSON.parse(call.event), contextOf(call))
    // As in production: what is not JSON does not arrive, and no result is null.
    const json = JSON.stringify(result) ?? 'null'
    written = undefined
    post({ kind: 'result', json, written: lines })
  } catch (error) {
    written = undefined
    post({ kind: 'error', reason: describe(error), written: lines })
  }
}

try {
  const main = require(start.entry).main
  if (typeof main !== 'function') throw new Error(`${start.entry} does not export a function named main`)
  process.on('message', (/** @type {InstanceCall} */ call) => void serve(main, call))
  post({ kind: 'ready' })
} catch (error) {
  post({ kind: 'broken', reason: describe(error) })
}
