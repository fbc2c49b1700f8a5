import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { type Fault, FaultPlan, FaultRule, type FaultRuleInput } from './fault-rule'

interface Armed {
  rule: FaultRule
  pattern: RegExp
  strikes: number
}

/** The faults a developer asked for. */
export class Faults {
  #armed: Armed[] = []
  #state = 0
  #seed = 0

  /** Replaces all faults; none for an empty list. Throws when a rule is unsound. `seed` makes the same faults strike again. */
  set(rules: readonly FaultRuleInput[], seed = Math.floor(Math.random() * 2 ** 31)): void {
    this.#armed = rules.map((sent) => {
      const rule = v.parse(FaultRule, sent)
      const parts = rule.action.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      return { rule, pattern: new RegExp(`^${parts.join('.*')}$`), strikes: 0 }
    })
    this.#seed = seed
    this.#state = seed
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
      if (!applies(rule.fault) || this.#random() >= rule.probability) continue
      armed.strikes += 1
      return rule.fault
    }
    return undefined
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
