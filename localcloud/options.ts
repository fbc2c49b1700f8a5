import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HttpPath } from './gateway/http-access'
import type { StaticFolder } from './gateway/static'

export interface LocalCloudOptions {
  /** Folder with `<name>/index.js` and optionally `<name>/config.json`. */
  functions: string
  /** JSON file that declares the collections and their indexes. */
  collections: string
  /** Folder for database, stored files and clock; `':memory:'` keeps nothing. */
  data: string
  /** Empties the data folder first. */
  fresh?: boolean
  /** 0 (the default) takes any free port. */
  port?: number
  /** A loopback address, 127.0.0.1 by default. */
  host?: string
  /** Worker instances per function, created on demand up to this; 4 by default. */
  instances?: number
  /** Further environment of every function instance, such as keys. */
  environment?: Record<string, string>
  /** File with the security rules of functions, which bind pages; without it pages may call all. */
  functionRules?: string
  /** Takes functions anew when their build changes. */
  watch?: boolean
  /** Called with the functions taken anew. */
  onReload?: (names: string[]) => void
  /** File with a state to begin with, as `exportState` writes it; the data folder must be empty. */
  import?: string
  /** Goes back to the state of the last clean stop; what is there now is kept beside it. */
  restore?: boolean
  /** File with faults to begin with. */
  faults?: string
  /** Paths bound to a function for HTTP access, as an environment's own domain has them. */
  httpPaths?: readonly HttpPath[]
  /** Folders served by the same server. */
  static?: readonly StaticFolder[]
  /** The embedding tool's own pages, asked before the local cloud's page; true when it has answered. */
  routes?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>
  /** Folder of the local cloud's own page, as built. */
  page?: string
  /** false: timers run only by `trigger`. */
  timers?: boolean
  /** false: the first instance of a function starts with its first call, not with the server. */
  warm?: boolean
}
