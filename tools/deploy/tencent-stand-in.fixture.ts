import http, { type Server } from 'node:http'
import https from 'node:https'
import { vi } from 'vitest'

/** A request of the manager library, without its signature, time and identity. */
export interface Asked {
  host: string
  version: string
  action: string
  body: Record<string, unknown>
}

export type Answers = Record<string, (body: Record<string, unknown>) => object>

/** The environment as the library asks for it before anything else. */
const environmentInfo = {
  EnvInfo: {
    EnvBaseInfo: {
      EnvId: 'campaign-test',
      Databases: [{ InstanceId: 'tnt-1' }],
      Functions: [{ Namespace: 'campaign-test', Region: 'ap-shanghai' }],
      Storages: [{ Bucket: 'files', Region: 'ap-shanghai' }],
      LogServices: [{ TopicId: 'topic', LogsetId: 'logset' }],
    },
  },
}

/**
 * A server in the place of Tencent's API: it records what the unmodified library asks and answers as Tencent's documentation
 * says. What the real platform answers is not proven by it.
 */
export class TencentStandIn {
  asked: Asked[] = []
  answers: Answers = {}
  private readonly server: Server

  constructor() {
    this.server = http.createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      const body = JSON.parse(Buffer.concat(chunks).toString() || '{}')
      const header = (name: string) => String(request.headers[name])
      const action = header('x-tc-action')
      this.asked.push({ host: header('host'), version: header('x-tc-version'), action, body })
      const answer = this.answers[action]?.(body) ?? {
        Error: { Code: 'InvalidAction', Message: `${action} was not expected` },
      }
      response.end(JSON.stringify({ Response: { RequestId: 'r', ...answer } }))
    })
  }

  async start(): Promise<void> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready))
    const address = this.server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    // The library knows only https://….tencentcloudapi.com: its requests are led here, their headers as they are.
    vi.spyOn(https, 'request').mockImplementation((...args: unknown[]) => {
      const [options] = args
      const { method, path, headers } = Object(options)
      return http.request({ method, path, headers, host: '127.0.0.1', port })
    })
  }

  /** Forgets what was asked, and answers nothing but the environment. */
  clear(): void {
    this.asked = []
    this.answers = { DescribeEnvInfo: () => environmentInfo }
  }

  /** What was asked beyond the environment itself. */
  acts(): Asked[] {
    return this.asked.filter(({ action }) => action !== 'DescribeEnvInfo')
  }

  stop(): void {
    vi.restoreAllMocks()
    this.server.close()
  }
}
