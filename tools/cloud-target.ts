import { parseArgs } from 'node:util'
import tcb from '@cloudbase/node-sdk'

/** A cloud whose functions a developer's command may call with the environment's own credentials. */
export interface CloudTarget {
  call(name: string, data: unknown): Promise<{ result: unknown }>
}

export interface TargetArguments {
  target: CloudTarget
  positionals: string[]
  options: Record<string, string | undefined>
}

const usage = `--local URL            a local cloud, for example http://127.0.0.1:8686
--env ENV              a CloudBase environment; TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY in the process environment`

/** @throws Error that says how to name the cloud */
export function readTarget(args: string[], own: Record<string, { type: 'string' }> = {}): TargetArguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { local: { type: 'string' }, env: { type: 'string' }, ...own },
  })
  const options = values as Record<string, string | undefined>
  return { target: open(options.local, options.env), positionals, options }
}

function open(local: string | undefined, env: string | undefined): CloudTarget {
  if (local) {
    // The SDK reads where the cloud is from here; the local cloud takes any credentials.
    process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: new URL('/admin', local).href })
    return client(tcb.init({ env: 'local', secretId: 'local', secretKey: 'local' }))
  }
  const secretId = process.env.TENCENTCLOUD_SECRETID
  const secretKey = process.env.TENCENTCLOUD_SECRETKEY
  if (!env) throw new Error(`Which cloud?\n${usage}`)
  if (!secretId || !secretKey) throw new Error(`No credentials for ${env}.\n${usage}`)
  return client(tcb.init({ env, secretId, secretKey }))
}

const client = (app: tcb.CloudBase): CloudTarget => ({
  async call(name, data) {
    const { result } = await app.callFunction({ name, data: data as object })
    return { result }
  },
})
