import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'

/** A draw book with one draw, as the real database would answer it. */
const book = JSON.stringify({
  _id: 'floor',
  campaignId: 'demo-2026-autumn',
  version: 1,
  draws: [],
  drewOn: [],
  shareCredits: [],
})
const record = {
  on: '2026-09-08',
  ordinal: 1,
  nonce: '0'.repeat(32),
  at: 1_788_832_800_000,
  ticket: 500_000,
  termsVersion: 1,
  termsHash: '0'.repeat(64),
  outcome: { kind: 'none' },
}

const answers: Record<string, object> = {
  'database.getDocument': { list: [book] },
  'database.modifyDocument': { updated: 1 },
}

/**
 * Operations a second of `workers` SDK clients with `inFlight` sequences altogether against a server that answers at
 * once, for `operations` operations.
 */
export async function measureFloor(workers: number, inFlight: number, operations: number): Promise<number> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const { action } = JSON.parse(body) as { action: string }
      response.setHeader('content-type', 'application/json; charset=utf-8')
      response.end(JSON.stringify({ requestId: 'floor', data: answers[action] }))
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const clients = Array.from({ length: Math.min(workers, inFlight) }, () => startClient(port))
  const share = (total: number) => Math.ceil(total / clients.length)
  const run = (rounds: number) => Promise.all(clients.map((client) => round(client, share(rounds), share(inFlight))))
  await run(200)
  const began = performance.now()
  await run(operations / 2)
  const seconds = (performance.now() - began) / 1000
  await Promise.all(clients.map((client) => client.terminate()))
  server.closeAllConnections()
  server.close()
  return operations / seconds
}

function startClient(port: number): Worker {
  return new Worker(new URL('./floor-worker.mjs', import.meta.url), {
    env: {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
      TCB_ENV: 'local',
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: 'local',
      TENCENTCLOUD_SECRETID: 'none',
      TENCENTCLOUD_SECRETKEY: 'none',
      SILENCE: 'true',
    },
  })
}

function round(client: Worker, rounds: number, inFlight: number): Promise<void> {
  return new Promise((resolve, reject) => {
    client.once('message', () => resolve())
    client.once('error', reject)
    client.postMessage({ rounds, inFlight, record })
  })
}
