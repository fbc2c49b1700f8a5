import { Fragment } from 'react'
import { printEjson } from '../ejson/print'
import { Copy } from './copy'

const TOKEN =
  /("(?:[^"\\]|\\.)*")(\s*:)?|(ISODate\("[^"]*"\)|\/(?:[^/\\\n]|\\.)+\/[ims]*)|\b(true|false|null|NaN|-?Infinity)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g

/** The class a piece of printed EJSON is coloured by. */
function pieces(text: string): { text: string; kind: string }[] {
  const found: { text: string; kind: string }[] = []
  let end = 0
  for (const match of text.matchAll(TOKEN)) {
    const [whole, string, colon, typed, word] = match
    if (match.index > end) found.push({ text: text.slice(end, match.index), kind: 'mark' })
    const kind =
      string !== undefined
        ? colon === undefined
          ? 'text'
          : 'key'
        : typed !== undefined
          ? 'typed'
          : word !== undefined
            ? 'word'
            : 'number'
    found.push({ text: whole, kind })
    end = match.index + whole.length
  }
  found.push({ text: text.slice(end), kind: 'mark' })
  return found
}

/** Beyond this much, colours cost more than they help. */
const COLOURED = 100_000

/** JSON or EJSON as text, laid out and coloured, to be read and copied. */
export function CodeView({ ejson, label, tall }: { ejson: string; label: string; tall?: boolean }) {
  const text = printed(ejson)
  return (
    <div className={tall ? 'code-view tall' : 'code-view'}>
      <div className="code-copy">
        <Copy text={text} label={label} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} role="document" aria-label={label}>
        {text.length > COLOURED
          ? text
          : pieces(text).map(({ text: piece, kind }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
              <Fragment key={at}>{kind === 'mark' ? piece : <span className={`code-${kind}`}>{piece}</span>}</Fragment>
            ))}
      </pre>
    </div>
  )
}

function printed(ejson: string): string {
  try {
    return printEjson(ejson)
  } catch {
    return ejson
  }
}
