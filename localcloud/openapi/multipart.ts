/**
 * The fields of a multipart/form-data body as bytes. Written here because the decoders at hand turn every field into text,
 * which would break the protobuf field.
 */
export function parseMultipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const fields = new Map<string, Buffer>()
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (boundary === undefined) return fields
  const delimiter = Buffer.from(`--${boundary}`)
  let start = body.indexOf(delimiter)
  while (start >= 0) {
    const next = body.indexOf(delimiter, start + delimiter.length)
    if (next < 0) break
    // A part: CRLF, head, blank line, content, CRLF.
    const part = body.subarray(start + delimiter.length + 2, next - 2)
    const headEnd = part.indexOf('\r\n\r\n')
    const name = headEnd < 0 ? undefined : /name="([^"]*)"/.exec(part.subarray(0, headEnd).toString('utf8'))?.[1]
    if (name !== undefined) fields.set(name, part.subarray(headEnd + 4))
    start = next
  }
  return fields
}
