/** What this browser signs with. The private key cannot be read, by nobody: it was made so. */
export interface BrowserKey {
  pair: CryptoKeyPair
  /** How far the cloud's clock is ahead of this browser's, ms. */
  aheadMs: number
}

const DATABASE = 'console'
const STORE = 'keys'
const NAME = 'browser'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** One request to the store of keys. */
async function ask<Answer>(
  mode: IDBTransactionMode,
  what: (keys: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const request = what(database.transaction(STORE, mode).objectStore(STORE))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  } finally {
    database.close()
  }
}

/** Null before this browser has begun a login. All its tabs share one key. */
export const findBrowserKey = async (): Promise<BrowserKey | null> =>
  (await ask<BrowserKey | undefined>('readonly', (keys) => keys.get(NAME))) ?? null

const keep = (key: BrowserKey) => ask('readwrite', (keys) => keys.put(key, NAME))

/** The browser's key, made the first time. */
export async function ensureBrowserKey(): Promise<BrowserKey> {
  const found = await findBrowserKey()
  if (found) return found
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  await keep({ pair, aheadMs: 0 })
  // Another tab may have made one at the same moment: the one that is kept counts.
  return (await findBrowserKey()) ?? { pair, aheadMs: 0 }
}

export async function keepClock(key: BrowserKey, aheadMs: number): Promise<void> {
  await keep({ ...key, aheadMs })
}

/** With it the session is gone for this browser, also where the cloud could not be told. */
export const forgetBrowserKey = (): Promise<undefined> => ask('readwrite', (keys) => keys.delete(NAME))

/** The point, as the cloud is told it. */
export async function publicPointOf({ pair }: BrowserKey): Promise<{ x: string; y: string }> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  return { x, y }
}
