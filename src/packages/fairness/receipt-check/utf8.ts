/** UTF-8 bytes of a text. WeChat's script engine has no `TextEncoder`, but every engine can percent-encode. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  const encoded = encodeURIComponent(text)
  for (let index = 0; index < encoded.length; index++) {
    if (encoded[index] === '%') {
      bytes.push(Number.parseInt(encoded.slice(index + 1, index + 3), 16))
      index += 2
    } else {
      bytes.push(encoded.charCodeAt(index))
    }
  }
  return Uint8Array.from(bytes)
}
