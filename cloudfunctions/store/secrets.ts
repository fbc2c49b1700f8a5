import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** A secret of the function's environment: 32 bytes, hex. @throws Error that names the variable when it is missing or malformed */
function key(name: 'PSEUDONYM_KEY' | 'FIELD_KEY'): Buffer {
  const text = process.env[name] ?? ''
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Error(`environment variable ${name} must be 64 hexadecimal digits`)
  return Buffer.from(text, 'hex')
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** The customer's public name in a campaign, 16 characters (80 bits): stable, and without the key nobody can tell whose it is. */
export function pseudonymOf(campaignId: string, openid: string): string {
  const mac = createHmac('sha256', key('PSEUDONYM_KEY')).update(`${campaignId}\n${openid}`).digest()
  let bits = BigInt(`0x${mac.subarray(0, 10).toString('hex')}`)
  let name = ''
  for (let index = 0; index < 16; index += 1) {
    name += BASE32.charAt(Number(bits & 31n))
    bits >>= 5n
  }
  return name
}

/** AES-256-GCM: `v1.<iv>.<tag>.<text>`, each base64url. */
export function seal(secret: Buffer): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key('FIELD_KEY'), iv)
  const text = Buffer.concat([cipher.update(secret), cipher.final()])
  return ['v1', iv.toString('base64url'), cipher.getAuthTag().toString('base64url'), text.toString('base64url')].join(
    '.',
  )
}

/** @throws Error when the text was not sealed with this key or has been altered */
export function unseal(sealed: string): Buffer {
  const [version, iv, tag, text] = sealed.split('.')
  if (version !== 'v1' || !iv || !tag || text === undefined) throw new Error('not a sealed value')
  const decipher = createDecipheriv('aes-256-gcm', key('FIELD_KEY'), Buffer.from(iv, 'base64url'))
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()])
}
