import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import type { Reply } from '#contract/envelope'
import type { InputOf, Operation, OutputOf } from '#contract/operation'
import type { Reconciliation } from '../../cloudfunctions/scheduled/handlers/run-reconciliation'
import type { TimerReport } from '../../cloudfunctions/scheduled/index'
import { type Person, testKeys } from './campaign-cloud'

const root = new URL('../../', import.meta.url).pathname

/** The function did not answer: its instance ended. */
export class NoAnswer extends Error {}

/** Whether the line broke while the call was under way; who is refused the connection found nobody there. */
export const isCutOff = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNRESET'

/** A local cloud in a process of its own, that can be killed as a power cut would. */
export class CloudProcess {
  private child: ChildProcess | null = null
  /** Where it listens. */
  url = ''
  private readonly agent = new Agent({ keepAlive: true })

  constructor(
    private readonly folder: string,
    private readonly instances = 4,
  ) {
    const lines = Object.entries(testKeys).map(([name, value]) => `${name}=${value}`)
    writeFileSync(join(folder, 'keys.env'), lines.join('\n'))
  }

  /** Resolves once it listens. */
  async start(): Promise<void> {
    const options = {
      functions: 'dist/cloudfunctions',
      collections: 'cloudfunctions/store/collections.json',
      data: join(this.folder, 'data'),
      'env-file': join(this.folder, 'keys.env'),
      instances: String(this.instances),
    }
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
    const child = spawn(process.execPath, ['--import', 'tsx', 'localcloud/main.ts', '--no-timers', ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.child = child
    this.url = await new Promise<string>((resolve, reject) => {
      let printed = ''
      child.stdout?.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        const listening = /listening on (\S+)/.exec(printed)
        if (listening?.[1]) resolve(listening[1])
      })
      child.once('exit', (code) => reject(new Error(`the local cloud ended with ${code}: ${printed}`)))
    })
  }

  /** Of the process, for what the system knows of it. */
  get pid(): number {
    return this.child?.pid ?? 0
  }

  /** kill -9: nothing is flushed, no handler runs. Resolves when it is gone. */
  async kill(): Promise<void> {
    const { child } = this
    // Who has ended says so only once.
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    await new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill('SIGKILL')
    })
  }

  /** All function instances of one door at once, in the middle of whatever they do. */
  async killInstances(door: string): Promise<void> {
    await this.post('/_/kill', { function: door })
  }

  async setClock(at: number): Promise<void> {
    await this.post('/_/clock', { set: at })
  }

  /** Lets the timer do its work now. @throws Error while no campaign is published */
  async reconcile(): Promise<Reconciliation> {
    const { result } = await this.post<{ result: TimerReport }>('/_/trigger/scheduled/every-five-minutes', {})
    if (!result.reconciliation) throw new Error('nothing to reconcile')
    return result.reconciliation
  }

  /** @throws NoAnswer when the cloud says that the function failed; another error when the cloud itself does not answer */
  async ask<O extends Operation>(operation: O, input: InputOf<O>, by: Person | null): Promise<Reply<OutputOf<O>>> {
    const door = operation.name === 'campaign.publish' ? 'staff' : 'customer'
    const answer = await this.post<{ result?: Reply<OutputOf<O>>; errMsg?: string }>(
      '/client/call',
      { name: door, data: { operation: operation.name, input } },
      by ?? {},
    )
    if (!answer.result) throw new NoAnswer(answer.errMsg)
    return answer.result
  }

  /** Database operations since the cloud started. */
  async countOperations(): Promise<number> {
    const counts = (await (await fetch(`${this.url}/_/operations`)).json()) as Record<string, number>
    return Object.values(counts).reduce((sum, count) => sum + count, 0)
  }

  /** Writes documents past the functions, in the database protocol. */
  async insert(collectionName: string, documents: readonly object[]): Promise<void> {
    const data = documents.map((document) => JSON.stringify(document))
    const answer = await this.post<{ code?: string; message?: string }>('/admin', {
      action: 'database.insertDocument',
      collectionName,
      data,
    })
    if (answer.code) throw new Error(answer.message)
  }

  /** Over connections that stay open: what asks should cost little beside what answers. */
  private post<Answer>(path: string, body: object, identity: object = {}): Promise<Answer> {
    const text = JSON.stringify(body)
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'x-wx-identity': JSON.stringify(identity),
    }
    return new Promise((resolve, reject) => {
      const sent = request(`${this.url}${path}`, { method: 'POST', agent: this.agent, headers }, (response) => {
        let received = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          received += chunk
        })
        response.on('error', reject)
        response.on('end', () => {
          try {
            resolve(JSON.parse(received) as Answer)
          } catch (error) {
            reject(error)
          }
        })
      })
      sent.on('error', reject)
      sent.end(text)
    })
  }
}
