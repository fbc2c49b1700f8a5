import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { sendBytes } from './answer'
import { answerStatic } from './static'

/** Where the built page expects its scripts and styles. */
const ASSETS = '/_page'

/** Nothing from elsewhere runs or is fetched in the page, whatever stands in a document it shows, and no other page can frame it. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ')

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>本地云 Local cloud</title>
<p>本地云正在运行。它的页面还没有构建：请运行 <code>npm run build -- cloud-page</code>，然后重新启动。</p>
<p lang="en">The local cloud is running. Its page has not been built: run <code>npm run build -- cloud-page</code> and start again.</p></html>`

/** `GET /`, and the files of the page under `/_page/`; false for any other address. */
export async function answerOwnPage(
  folder: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [address = ''] = (request.url ?? '').split('?')
  const asked = address === '/' || address === '/_'
  if (folder === undefined || !existsSync(join(folder, 'index.html'))) {
    if (asked) sendBytes(response, 200, 'text/html; charset=utf-8', NOT_BUILT)
    return asked
  }
  if (!asked && !address.startsWith(`${ASSETS}/`)) return false
  response.setHeader('content-security-policy', POLICY)
  response.setHeader('x-content-type-options', 'nosniff')
  if (asked) request.url = `${ASSETS}/index.html`
  return answerStatic([{ path: ASSETS, folder }], request, response)
}
