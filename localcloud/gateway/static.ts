import { readFile, realpath, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, resolve, sep } from 'node:path'
import { sendBytes } from './answer'
import { contentTypeOf } from './content-type'

export interface StaticFolder {
  /** Address prefix, e.g. `/h5`. */
  path: string
  folder: string
}

/** Serves a file of one of the folders; false when no folder has this address. A folder's `index.html` is its own page. */
export async function answerStatic(
  folders: readonly StaticFolder[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const [address = ''] = (request.url ?? '').split('?')
  const match = folders.find(({ path }) => path === '/' || address === path || address.startsWith(`${path}/`))
  if (match === undefined) return false
  if (address === match.path && match.path !== '/') {
    // Relative links of the page need the trailing slash.
    response.writeHead(302, { location: `${match.path}/` })
    response.end()
    return true
  }
  const file = await findFile(match.folder, address.slice(match.path === '/' ? 0 : match.path.length))
  if (file === undefined) return false
  response.setHeader('cache-control', 'no-cache')
  const content = await readFile(file)
  sendBytes(response, 200, contentTypeOf(file), request.method === 'HEAD' ? '' : content)
  return true
}

async function findFile(folder: string, address: string): Promise<string | undefined> {
  try {
    const root = await realpath(resolve(folder))
    const wanted = join(root, decodeURIComponent(address))
    const file = await realpath((await stat(wanted)).isDirectory() ? join(wanted, 'index.html') : wanted)
    return file.startsWith(root + sep) ? file : undefined
  } catch {
    return undefined // not there, or not an address at all
  }
}
