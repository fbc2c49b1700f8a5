import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { startPath } from './routes'

const consolePages: ReadonlySet<string> = new Set(['/console/', '/console/index.html'])
const script = `<script type="module" src="${startPath}/console.js"></script>`

/**
 * The console's page with one script more: the buttons that log in as one of the invented staff. They are the preview's alone;
 * what is built and deployed knows nothing of them.
 */
export function consoleRoutes(output: string) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const page = `${output}/index.html`
    if (!consolePages.has(pathname) || !existsSync(page)) return false
    const html = readFileSync(page, 'utf8').replace('</head>', `${script}</head>`)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }).end(html)
    return true
  }
}
