import { Worker } from 'node:worker_threads'
import { type Kind, text } from './documents'
import { processorSeconds, type ServerProcess } from './server'

export interface Rate {
  perSecond: number
  /** Of the server's process, for each; what a busy machine changes least. NaN where the system does not tell. */
  processorMicroseconds: number
}

/** SDK clients, each in a thread of its own, all against one server. */
export class Clients {
  private readonly workers: Worker[]

  constructor(
    private readonly server: ServerProcess,
    count: number,
    documents: number,
  ) {
    const env = {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${server.url}/admin` }),
      TCB_ENV: 'local',
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: 'local',
      TENCENTCLOUD_SECRETID: 'none',
      TENCENTCLOUD_SECRETKEY: 'none',
      SILENCE: 'true',
    }
    this.workers = Array.from(
      { length: count },
      (_, client) =>
        new Worker(new URL('./client.mjs', import.meta.url), { env, workerData: { documents, client, text } }),
    )
  }

  /** Does one kind of work for so long. */
  async work(kind: Kind, inFlight: number, seconds: number): Promise<Rate> {
    const busy = this.workers.slice(0, inFlight)
    const before = processorSeconds(this.server.pid)
    const began = performance.now()
    const lanes = Math.ceil(inFlight / busy.length)
    const done = await Promise.all(busy.map((worker) => round(worker, { kind, lanes, ms: seconds * 1000 })))
    const times = done.reduce((sum, count) => sum + count, 0)
    return {
      perSecond: times / ((performance.now() - began) / 1000),
      processorMicroseconds: ((processorSeconds(this.server.pid) - before) / times) * 1e6,
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()))
  }
}

function round(worker: Worker, task: { kind: Kind; lanes: number; ms: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(error)
    worker.once('error', fail)
    worker.once('message', (count: number) => {
      worker.off('error', fail)
      resolve(count)
    })
    worker.postMessage(task)
  })
}
