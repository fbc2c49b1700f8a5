import { errorSizes } from '#contract/health'
import { scrubbed } from '#contract/scrub'

interface ErrorTexts {
  name: string
  message: string
  stack: string
}

/** Lines that WeChat puts above the error itself. */
const wrappings = /^(MiniProgramError|thirdScriptError|Error)$/

/** What was thrown, whatever it was, in texts without anything personal. */
export function errorTexts(thrown: unknown): ErrorTexts {
  const { name, message, stack } = rawTexts(thrown)
  return {
    name: scrubbed(name, errorSizes.name),
    message: scrubbed(message, errorSizes.message),
    stack: scrubbed(stack, errorSizes.stack),
  }
}

function rawTexts(thrown: unknown): ErrorTexts {
  if (thrown instanceof Error) return { name: thrown.name, message: thrown.message, stack: thrown.stack ?? '' }
  if (typeof thrown === 'string') return fromText(thrown)
  // A failure of WeChat's own. Only its sentence is taken: anything else in it may be an answer with somebody's data.
  if (typeof thrown === 'object' && thrown !== null && 'errMsg' in thrown)
    return { name: 'errMsg', message: String(thrown.errMsg), stack: '' }
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown)
    return { name: 'message', message: String(thrown.message), stack: '' }
  return { name: typeof thrown, message: '', stack: '' }
}

/** WeChat tells of an error in one text: perhaps a wrapping, the message, the stack. */
function fromText(text: string): ErrorTexts {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines[0] !== undefined && wrappings.test(lines[0].trim())) lines.shift()
  const [first = '', ...stack] = lines
  const named = /^(?:Uncaught )?(\w*(?:Error|Exception)):?\s*(.*)$/.exec(first)
  return { name: named?.[1] ?? 'Error', message: named?.[2] ?? first, stack: stack.join('\n') }
}
