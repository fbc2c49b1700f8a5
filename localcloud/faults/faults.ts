import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { type Fault, FaultPlan, FaultRule, type FaultRuleInput } from './fault-rule'

interface Armed {
  rule: FaultRule
  pattern: RegExp
  strikes: number
  /** How many requests have fitted so far. */
  fitted: number
}

/** One strike. `at` is the cloud's clock. */
export interface Strike {
  at: number
  action: string
  function?: string
  fault: Fault
}

const STRIKES_KEPT = 500

/** The faults a developer asked for. */
export class Faults {
  #armed: Armed[] = []
  #state = 0
  #seed = 0
  readonly #struck: Strike[] = []
  /** Grows with every strike and every change of the rules. */
  revision = 0

  constructor(readonly now: () => number = Date.now) {}

  /** Replaces all faults; none for an empty list. Throws when a rule is unsound. `seed` makes the same faults strike again. */
  set(rules: readonly FaultRuleInput[], seed = Math.floor(Math.random() * 2 ** 31)): void {
    this.#armed = rules.map(armed)
    this.#seed = seed
    this.#state = seed
    this.revision += 1
  }

  /** One more, after those that are there. */
  add(rule: FaultRuleInput): void {
    this.#armed.push(armed(rule))
    this.revision += 1
  }

  /** Takes one away, by its place in the list; the others go on counting. */
  remove(at: number): void {
    this.#armed.splice(at, 1)
    this.revision += 1
  }

  /** What has struck, newest first. */
  struck(): Strike[] {
    return [...this.#struck].reverse()
  }

  /** The faults with how often each has struck. */
  list(): { seed: number; faults: (FaultRule & { strikes: number })[] } {
    return { seed: this.#seed, faults: this.#armed.map(({ rule, strikes }) => ({ ...rule, strikes })) }
  }

  /** The fault that strikes this request, if any: the first rule that fits and whose lot falls. */
  strike(action: string, functionName: string | undefined, applies: (fault: Fault) => boolean): Fault | undefined {
    for (const armed of this.#armed) {
      const { rule, pattern } = armed
      if (rule.times !== undefined && armed.strikes >= rule.times) continue
      if (!pattern.test(action) || (rule.function !== undefined && rule.function !== functionName)) continue
      if (!applies(rule.fault)) continue
      armed.fitted += 1
      if (armed.fitted <= (rule.after ?? 0) || this.#random() >= rule.probability) continue
      armed.strikes += 1
      this.#note({
        at: this.now(),
        action,
        ...(functionName === undefined ? {} : { function: functionName }),
        fault: rule.fault,
      })
      return rule.fault
    }
    return undefined
  }

  #note(strike: Strike): void {
    this.#struck.push(strike)
    if (this.#struck.length > STRIKES_KEPT) this.#struck.shift()
    this.revision += 1
  }

  get none(): boolean {
    return this.#armed.length === 0
  }

  /** mulberry32. */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function armed(sent: FaultRuleInput): Armed {
  const rule = v.parse(FaultRule, sent)
  const parts = rule.action.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return { rule, pattern: new RegExp(`^${parts.join('.*')}$`), strikes: 0, fitted: 0 }
}

/** Reads a faults file, `{"seed": 1, "faults": [{"action": "database.*", "fault": {"kind": "latency", "ms": 50}}]}`. */
export function readFaultsFile(file: string): v.InferOutput<typeof FaultPlan> {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new Error(`faults: ${file}: ${cause instanceof Error ? cause.message : cause}`)
  }
  const parsed = v.safeParse(FaultPlan, content)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new Error(`faults: ${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
}
