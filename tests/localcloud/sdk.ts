import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AdminRequest, Database } from '#localcloud/database/database'

export interface AdminServer {
  url: string
  /** Bodies of the actions seen, newest last. */
  requests: AdminRequest[]
  close(): Promise<void>
}

/** The smallest server the SDK needs for the database: POST /admin, answered by the engine. */
export async function serveDatabase(database: Database): Promise<AdminServer> {
  const requests: AdminRequest[] = []
  const server: Server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    requests.push(body)
    const reply = await database.handle(body)
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(reply))
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${addressOf(server).port}/admin`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const addressOf = (server: Server): AddressInfo => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return address
}

async function bodyOf(request: IncomingMessage): Promise<AdminRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

/** The real wx-server-sdk, speaking to the given address as it would within a cloud function. */
export async function sdkAt(url: string): Promise<typeof import('wx-server-sdk')> {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: url }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    SILENCE: 'true',
  })
  const { default: cloud } = await import('wx-server-sdk')
  Reflect.apply(cloud.init, cloud, [{ env: 'local', keepalive: true, throwOnNotFound: false }])
  return cloud
}
