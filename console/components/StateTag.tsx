import './StateTag.css'

export interface StateShown {
  word: string
  tone: 'good' | 'warn' | 'bad' | 'quiet' | 'gold'
}

/** A state as a word with a mark and a colour, never the colour alone. */
export function StateTag({ state: { word, tone } }: { state: StateShown }) {
  return (
    <span className={`state-tag state-tag--${tone}`}>
      <span className="state-tag__mark" aria-hidden="true" />
      {word}
    </span>
  )
}
