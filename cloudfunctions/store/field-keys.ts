/** Keys that fields are sealed with, by their ids. */
export interface FieldKeys {
  /** What is sealed from now on is sealed with this one. */
  current: string
  keys: ReadonlyMap<string, Buffer>
}

/** What the single key of an environment without rotation is called in the values that it sealed. */
const SINGLE = 'v1'
const HEX_KEY = /^[0-9a-f]{64}$/i

/**
 * `FIELD_KEYS` is `k2:<hex>,k1:<hex>`, the current key first; `FIELD_KEY` is one key without an id, known as `v1`. Both may
 * stand: then `FIELD_KEY` still opens what it sealed.
 * @throws Error that names the variable, and never a key, when there is no key or one is malformed
 */
export function readFieldKeys(environment: NodeJS.ProcessEnv = process.env): FieldKeys {
  const { FIELD_KEYS = '', FIELD_KEY = '' } = environment
  const keys = new Map<string, Buffer>()
  for (const entry of FIELD_KEYS.split(',').filter((one) => one.trim() !== '')) {
    const [id = '', hex = '', ...rest] = entry.trim().split(':')
    if (!/^[a-z][a-z0-9]{0,15}$/.test(id) || !HEX_KEY.test(hex) || rest.length > 0) {
      throw new Error('environment variable FIELD_KEYS must be id:key pairs, each key 64 hexadecimal digits')
    }
    if (keys.has(id)) throw new Error(`environment variable FIELD_KEYS names ${id} twice`)
    keys.set(id, Buffer.from(hex, 'hex'))
  }
  if (FIELD_KEY !== '' || keys.size === 0) {
    if (!HEX_KEY.test(FIELD_KEY)) throw new Error('environment variable FIELD_KEY must be 64 hexadecimal digits')
    if (!keys.has(SINGLE)) keys.set(SINGLE, Buffer.from(FIELD_KEY, 'hex'))
  }
  const [current = SINGLE] = keys.keys()
  return { current, keys }
}
