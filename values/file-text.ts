/** A file wherever it is, on a disk or in a browser: it can be read from its beginning more than once. */
export interface ReadableFile {
  /** As it is spoken of. */
  name: string
  bytes(): AsyncIterable<Uint8Array>
}

export type Encoding = 'utf-8' | 'gb18030'

/** The file is no text in an encoding that we read. */
export class NotTextError extends Error {}

/** A character that no text file has: what a spreadsheet's or a picture's own format begins with. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

/**
 * The text of a file piece by piece, in constant memory, without its byte order mark.
 * @throws NotTextError at the first byte that is not text in this encoding
 */
export async function* textOf(file: ReadableFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      throw new NotTextError(`${file.name} is not ${encoding}`)
    }
  }
  for await (const chunk of file.bytes()) {
    const text = decode(chunk)
    if (BINARY.test(text)) throw new NotTextError(`${file.name} is not a text file`)
    if (text !== '') yield text
  }
  const rest = decode()
  if (rest !== '') yield rest
}

/** UTF-8 where the whole file is that, else GB18030, as Excel in China saves it. @throws NotTextError when it is neither */
export async function encodingOf(file: ReadableFile): Promise<Encoding> {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      for await (const _ of textOf(file, encoding)) {
        // Only whether it can be read.
      }
      return encoding
    } catch (error) {
      if (!(error instanceof NotTextError)) throw error
    }
  }
  throw new NotTextError(`${file.name} 不是文本文件：应为 UTF-8 或 GB18030 编码的 CSV。从 Excel 另存为 CSV 再试。`)
}
