/** What stands where something personal, or what may be, was taken out. Never matched by a rule below: scrubbing twice changes nothing. */
const TAKEN_OUT = '‹…›'

/** More than this of a text is not looked at: matching costs time on a phone. */
const LONGEST_LOOKED_AT = 20_000

/** All but the end of a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const controls = /[\u0000-\u0009\u000b-\u001f\u007f]+/g
/** `?share=Ab12…`: the name says what it was, the value is somebody's. */
const queryValues = /([?&][\w.[\]-]{1,64}=)[^\s&#'")]+/g
/** openids, nonces, digests, share ids, chassis numbers; shorter ones are code's own names unless they hold a digit. */
const longTokens = /[A-Za-z0-9_-]{16,}/g
const SURELY_A_TOKEN = 24
/** Not `draw@app.js`, which is how stacks on an iPhone name a function's file. */
const mailAddresses = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,4}\.(?!js\b)[A-Za-z]{2,24}\b/g
/** 京A12345, 粤AD12345. */
const plates = /[\u4e00-\u9fa5][A-Z][·\s]?[A-Z0-9]{5,6}(?![A-Za-z0-9])/g
/** A compiled file is one line, so an error's column may have six digits: kept, in groups of three. */
const wideColumns = /(\.js:\d{1,5}:\d{3,4})(\d{3})(?!\d)/g
/** Phones, identity papers, policies, accounts: also written in groups, and in full-width digits. */
const longNumbers = /[0-9０-９](?:[ \u00a0-]?[0-9０-９]){5,}/g

/**
 * A text without anything that may be personal, at most `longest` characters, for logs. Keeps what finds an error: words,
 * files, lines and columns. Errs on the side of taking out.
 */
export function scrubbed(text: string, longest: number): string {
  return startOf(text)
    .replace(controls, ' ')
    .replace(queryValues, `$1${TAKEN_OUT}`)
    .replace(longTokens, (token) => (token.length >= SURELY_A_TOKEN || /\d/.test(token) ? TAKEN_OUT : token))
    .replace(mailAddresses, TAKEN_OUT)
    .replace(plates, TAKEN_OUT)
    .replace(wideColumns, '$1_$2')
    .replace(longNumbers, TAKEN_OUT)
    .slice(0, longest)
}

/** The cut never leaves a part of a word, which would no longer be known for what it is. */
function startOf(text: string): string {
  return text.length <= LONGEST_LOOKED_AT ? text : text.slice(0, LONGEST_LOOKED_AT).replace(/\S*$/, '')
}
