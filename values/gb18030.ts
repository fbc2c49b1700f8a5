/**
 * Text as GB18030, which banks' systems read; the platform only decodes it. Its tables are made from the platform's own decoder
 * the first time, so that what is written is what is read.
 */
let codes: Map<number, Uint8Array> | null = null

/** The code points of the basic plane that the decoder knows, with their bytes: two bytes where there are, else four. */
function table(): Map<number, Uint8Array> {
  if (codes) return codes
  const made = new Map<number, Uint8Array>()
  const decoder = new TextDecoder('gb18030')
  const put = (bytes: Uint8Array): void => {
    const text = decoder.decode(bytes)
    const point = text.codePointAt(0)
    if (point === undefined || point === 0xfffd || [...text].length !== 1 || made.has(point)) return
    made.set(point, bytes)
  }
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) if (second !== 0x7f) put(Uint8Array.of(first, second))
  }
  // 0x81308130 to 0x8431A439: the rest of the basic plane.
  for (let linear = 0; linear < 39_420; linear += 1) put(fourBytes(linear))
  codes = made
  return made
}

function fourBytes(linear: number): Uint8Array {
  const fourth = 0x30 + (linear % 10)
  const third = 0x81 + (Math.floor(linear / 10) % 126)
  const second = 0x30 + (Math.floor(linear / 1_260) % 10)
  const first = 0x81 + Math.floor(linear / 12_600)
  return Uint8Array.of(first, second, third, fourth)
}

/** Of the other planes, where rare characters of names are: 0x90308130 begins them. */
const SUPPLEMENTARY = 189_000

/** @throws RangeError for a lone surrogate, which is no character */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    if (point < 0x80) bytes.push(point)
    else if (point >= 0x10000) bytes.push(...fourBytes(SUPPLEMENTARY + point - 0x10000))
    else {
      const found = table().get(point)
      if (!found) throw new RangeError(`U+${point.toString(16)} is not a character of GB18030`)
      bytes.push(...found)
    }
  }
  return Uint8Array.from(bytes)
}

/** UTF-8, with or without its mark, or else GB18030. */
export function decodeChinese(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
