import type { Faults } from './faults'
import type { Life } from './life'

/** The language itself: all that a script in WeChat finds besides what WeChat gives it. */
const language = [
  ...['Object', 'Function', 'Array', 'Number', 'String', 'Boolean', 'Symbol', 'BigInt', 'Date', 'Promise', 'RegExp'],
  ...['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'URIError', 'EvalError', 'AggregateError'],
  ...['JSON', 'Math', 'Reflect', 'Proxy', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'ArrayBuffer', 'DataView'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'Intl', 'parseInt', 'parseFloat', 'isNaN'],
  ...['isFinite', 'encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI', 'escape', 'unescape'],
]
/** Cannot be the name of a parameter, or need not be hidden. */
const unnameable = new Set(['eval', 'arguments', 'undefined', 'NaN', 'Infinity'])

/** Names that a browser or Node would answer to; a script in WeChat finds nothing under them. */
export function namesToHide(): string[] {
  const names = new Set<string>()
  for (let object: unknown = globalThis; object !== null && object !== Object.prototype; )
    if (typeof object === 'object') {
      for (const name of Object.getOwnPropertyNames(object)) names.add(name)
      object = Object.getPrototypeOf(object)
    } else break
  return [...names].filter(
    (name) => /^[A-Za-z_$][\w$]*$/.test(name) && !language.includes(name) && !unnameable.has(name),
  )
}

/** The global object of the mini-program: the language, WeChat's timers, and a console whose complaints are faults. */
export function bareGlobals(life: Life, faults: Faults): Record<string, unknown> {
  const globals: Record<string, unknown> = {}
  for (const name of language) globals[name] = Reflect.get(globalThis, name)
  const refuse = () => {
    faults.report('error', 'code is made from text, which WeChat refuses')
    throw new EvalError('code from text is refused in WeChat')
  }
  return Object.assign(globals, {
    Function: new Proxy(Function, { apply: refuse, construct: refuse }),
    setTimeout: life.setTimeout,
    setInterval: life.setInterval,
    clearTimeout: life.clear,
    clearInterval: life.clear,
    console: {
      log: () => undefined,
      info: () => undefined,
      debug: () => undefined,
      warn: (...what: unknown[]) => faults.report('console', ...what),
      error: (...what: unknown[]) => faults.report('console', ...what),
    },
  })
}
