import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'
import type { AdminReply, AdminRequest } from '../database/database'
import { sendBytes } from '../gateway/answer'
import { readBody } from '../gateway/body'
import { contentTypeOf } from '../gateway/content-type'
import { RequestError } from '../gateway/request-error'
import { pathProblem } from './cloud-path'
import { type FileShelf, openShelf } from './shelf'

const FILE_ID_PREFIX = 'cloud://local.local-storage/'
const FILE_LIMIT = 50 * 1024 * 1024

const Upload = v.object({ path: v.string() })
const Delete = v.object({ fileid_list: v.array(v.string()) })
const Links = v.object({ file_list: v.array(v.object({ fileid: v.string(), max_age: v.optional(v.number()) })) })

/** A file is stored under the digest of its path. */
export const STORED_NAME = /^[0-9a-f]{64}$/

/** CloudBase's file storage: the admin actions, and the addresses to which files are put and from which they are fetched. */
export class Storage {
  readonly #shelf: FileShelf
  /** Upload permits handed out and not yet used: permit → cloud path. */
  readonly #permits = new Map<string, string>()

  constructor(
    folder: string,
    readonly url: () => string,
  ) {
    this.#shelf = openShelf(folder)
  }

  /** All stored files, named by the digest of their path. */
  async *files(): AsyncIterable<{ path: string; content: Buffer }> {
    for (const path of await this.#shelf.list()) {
      const content = await this.#shelf.readNamed(path)
      if (content !== undefined) yield { path, content }
    }
  }

  async count(): Promise<number> {
    return (await this.#shelf.list()).length
  }

  /** Removes all files. */
  clear(): Promise<void> {
    return this.#shelf.clear()
  }

  /** Stores a file under such a name. */
  put(digest: string, content: Buffer): Promise<void> {
    if (!STORED_NAME.test(digest)) throw new Error(`${digest} is no file of a local cloud`)
    return this.#shelf.writeNamed(digest, content)
  }

  async handle(request: AdminRequest): Promise<AdminReply> {
    const requestId = randomUUID()
    const refuse = (message: string): AdminReply => ({ code: 'STORAGE_REQUEST_FAIL', message, requestId })
    switch (request.action) {
      case 'storage.getUploadMetadata': {
        const wanted = v.safeParse(Upload, request)
        if (!wanted.success) return refuse('path: expected a string')
        const { path } = wanted.output
        const problem = pathProblem(path)
        if (problem !== undefined) return refuse(`path: ${problem}`)
        const permit = randomUUID()
        this.#permits.set(permit, path)
        const fileId = FILE_ID_PREFIX + path
        const url = `${this.url()}/storage/${encodeURI(path)}`
        return { requestId, data: { url, token: permit, authorization: permit, fileId, cosFileId: permit } }
      }
      case 'storage.batchGetDownloadUrl': {
        const wanted = v.safeParse(Links, request)
        if (!wanted.success) return refuse('file_list: expected [{fileid}]')
        const links = wanted.output.file_list.map(({ fileid, max_age }) => this.#link(fileid, max_age))
        return { requestId, data: { download_list: await Promise.all(links) } }
      }
      case 'storage.batchDeleteFile': {
        const wanted = v.safeParse(Delete, request)
        if (!wanted.success) return refuse('fileid_list: expected a list of file IDs')
        const deletions = wanted.output.fileid_list.map(async (fileID) => {
          const path = pathOf(fileID)
          const gone = path !== undefined && (await this.#shelf.remove(path))
          return { fileID, code: gone ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
        })
        return { requestId, data: { delete_list: await Promise.all(deletions) } }
      }
      default:
        return { code: 'INVALID_PARAM', message: `the local cloud does not know ${request.action}`, requestId }
    }
  }

  async #link(fileID: string, maxAge: number | undefined) {
    const path = pathOf(fileID)
    if (path === undefined || !(await this.#shelf.has(path))) {
      return { fileID, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '', maxAge }
    }
    // Not percent-encoded: the SDK encodes the address itself before it fetches it.
    return { fileID, code: 'SUCCESS', tempFileURL: `${this.url()}/storage/${path}`, maxAge }
  }

  /** `PUT /storage/<path>` with the permit of getUploadMetadata, `GET` or `HEAD /storage/<path>`. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = requestedPath(request)
    if (request.method === 'PUT') return this.#receive(path, request, response)
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new RequestError(405, 'storage: use PUT, GET or HEAD')
    const content = await this.#shelf.read(path)
    if (content === undefined) throw new RequestError(404, `storage: no file ${path}`, -503003)
    response.setHeader('x-content-type-options', 'nosniff')
    if (request.method === 'GET') sendBytes(response, 200, contentTypeOf(path), content)
    else {
      response.writeHead(200, { 'content-type': contentTypeOf(path), 'content-length': content.length })
      response.end()
    }
  }

  async #receive(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const permit = String(request.headers.authorization ?? '')
    const content = await readBody(request, FILE_LIMIT)
    if (this.#permits.get(permit) !== path) {
      // The object store behind CloudBase answers in XML, and the SDK reads it as such.
      sendBytes(response, 403, 'application/xml', cosError('AccessDenied', 'no upload permit for this path'))
      return
    }
    this.#permits.delete(permit)
    await this.#shelf.write(path, content)
    sendBytes(response, 200, 'text/plain', '')
  }
}

function pathOf(fileId: string): string | undefined {
  const path = fileId.startsWith(FILE_ID_PREFIX) ? fileId.slice(FILE_ID_PREFIX.length) : ''
  return pathProblem(path) === undefined ? path : undefined
}

function requestedPath(request: IncomingMessage): string {
  const [address = ''] = (request.url ?? '').split('?')
  let path: string
  try {
    path = decodeURI(address.slice('/storage/'.length))
  } catch {
    throw new RequestError(400, 'storage: the address is not percent-encoded UTF-8', -503001)
  }
  const problem = pathProblem(path)
  if (problem !== undefined) throw new RequestError(400, `storage: ${problem}`, -503001)
  return path
}

function cosError(code: string, message: string): string {
  const detail = `<Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId>`
  return `<?xml version='1.0' encoding='utf-8' ?><Error>${detail}</Error>`
}
