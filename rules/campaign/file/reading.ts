import type { CampaignProblem, Place, TermsPath } from './problem'

/** What reading one file found so far: its problems, and where each field of the terms stands. */
export class Reading {
  readonly problems: CampaignProblem[] = []
  /** Lines that are not even valid YAML: what seems missing or unknown around them is only their consequence. */
  readonly brokenLines = new Set<number>()
  private readonly places = new Map<string, Place>()

  constructor(readonly file: string) {}

  remember(path: TermsPath, place: Place): void {
    this.places.set(path.join('.'), place)
  }

  /** The field's place; for a field that is not in the file, that of the nearest part around it. */
  placeOf(path: TermsPath): Place {
    for (let length = path.length; length >= 0; length -= 1) {
      const place = this.places.get(path.slice(0, length).join('.'))
      if (place) return place
    }
    return { line: 1, column: 1, path: '', clause: null }
  }

  /** A problem at a place of its own, e.g. a name that no field has. */
  reportAt(place: Place, message: string, remedy: string): void {
    this.problems.push({ file: this.file, ...place, message, remedy })
  }

  readonly report = (path: TermsPath, message: string, remedy: string): void =>
    this.reportAt(this.placeOf(path), message, remedy)

  sorted(): CampaignProblem[] {
    return [...this.problems].sort((a, b) => a.line - b.line || a.column - b.column)
  }
}
