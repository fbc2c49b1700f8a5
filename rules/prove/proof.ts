/** One case in which a law did not hold. */
export interface Violation {
  /** The law, in Chinese. */
  law: string
  clause: string
  /** The case with its figures, in Chinese. */
  text: string
}

/** What was enumerated under one law. */
export interface LawProof {
  law: string
  clause: string
  cases: number
  violations: Violation[]
}

/** Asks one law of every case; what does not hold is written down, never thrown. */
export class Law {
  private cases = 0
  private readonly violations: Violation[] = []

  constructor(
    private readonly law: string,
    private readonly clause: string,
  ) {}

  /** Counts a case. `describe` is asked only when the law does not hold. */
  holds(holds: boolean, describe: () => string): void {
    this.cases += 1
    if (!holds) this.violations.push({ law: this.law, clause: this.clause, text: describe() })
  }

  get proof(): LawProof {
    return { law: this.law, clause: this.clause, cases: this.cases, violations: this.violations }
  }
}
