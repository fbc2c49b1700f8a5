// @ts-check
/**
 * A server that does nothing: it passes the first request of each kind on to the local cloud, and gives that same reply, byte
 * for byte, to all that follow. Usage: node nothing-server.mjs URL; prints its address.
 */
import { createServer } from 'node:http'

const cloud = process.argv[2] ?? ''
/** @type {Map<string, string>} */
const replies = new Map()

/** @param {string} kind @param {string} body */
async function learn(kind, body) {
  const reply = await fetch(`${cloud}/admin`, { method: 'POST', body })
  const text = await reply.text()
  replies.set(kind, text)
  return text
}

const server = createServer((request, response) => {
  /** @type {Buffer[]} */
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', async () => {
    const body = Buffer.concat(chunks).toString('utf8')
    const { action, collectionName = '' } = JSON.parse(body)
    const kind = `${action} ${collectionName}`
    const text = replies.get(kind) ?? (await learn(kind, body))
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    })
    response.end(text)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) console.log(`listening on http://127.0.0.1:${address.port}`)
})
