import type { IncomingMessage } from 'node:http'
import * as v from 'valibot'
import { RequestError } from './request-error'

/** Reads the whole body; refuses one above `limit` bytes. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else {
        // The rest is read and dropped, so that the refusal still reaches the sender.
        chunks.length = 0
        reject(new RequestError(413, `the body exceeds ${limit} bytes`))
      }
    })
    request.on('end', () => {
      const [only] = chunks
      resolve(only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks))
    })
    request.on('error', reject)
  })
}

/** Reads the body as JSON text. */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const text = (await readBody(request, limit)).toString('utf8')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new RequestError(400, `the body is not JSON: ${cause instanceof Error ? cause.message : cause}`)
  }
}

/** Reads the body as JSON of a known shape; an empty body counts as `{}`. Errors name the field. */
export async function readFields<const Schema extends v.GenericSchema>(
  request: IncomingMessage,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const empty = request.headers['content-length'] === '0' || request.headers['content-length'] === undefined
  return checkFields(schema, empty ? {} : await readJson(request, 64 * 1024), 'body')
}

export function checkFields<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  where: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const path = v.getDotPath(issue)
  throw new RequestError(400, `${where}${path === null ? '' : `.${path}`}: ${issue.message}`)
}
