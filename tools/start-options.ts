import { parseArgs } from 'node:util'

export interface StartOptions {
  port: number
  /** Throw the data away and begin anew. */
  fresh: boolean
}

const defaultPort = 8686

/** @throws Error that says which arguments there are */
export function readStartOptions(args: readonly string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, fresh: { type: 'boolean', default: false } },
    })
    const port = Number(values.port ?? defaultPort)
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${values.port} is not a port number`)
    return { port, fresh: values.fresh }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`${reason}\nUsage: npm start -- [--port N] [--fresh]`)
  }
}
