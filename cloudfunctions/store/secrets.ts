import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { type FieldKeys, readFieldKeys } from './field-keys'

const keptKeys = new Map<string, KeyObject>()

/** A secret of the function's environment: 32 bytes, hex. @throws Error that names the variable when it is missing or malformed */
function key(name: 'PSEUDONYM_KEY' | 'LOOKUP_KEY'): KeyObject {
  const text = process.env[name] ?? ''
  const kept = keptKeys.get(text)
  if (kept) return kept
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Error(`environment variable ${name} must be 64 hexadecimal digits`)
  const made = createSecretKey(Buffer.from(text, 'hex'))
  keptKeys.set(text, made)
  return made
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

/**
 * Keyed hash of a value by which a document is looked up, 32 hex characters (128 bits). `what` keeps equal texts of different
 * kinds apart. Without LOOKUP_KEY nobody can try all phone numbers against it.
 */
export const lookupHash = (what: string, value: string): string =>
  createHmac('sha256', key('LOOKUP_KEY')).update(`${what}\n${value}`).digest('hex').slice(0, 32)

/**
 * What a customer is told in an id's place where another's policy number may stand in it: a reward's entry lies under the invitee's
 * policy. Whoever tells it back is found among what is theirs.
 */
export const outwardIdOf = (id: string): string => lookupHash('outward-id', id)

export const vehicleIdOf = (vin: string): string => lookupHash('vin', vin)
export const holderIdOf = (idNumber: string): string => lookupHash('id-number', idNumber)
export const phoneHashOf = (phone: string): string => lookupHash('phone', phone)
/** Which card money goes to: the number itself is sealed. */
export const bankCardHashOf = (cardNumber: string): string => lookupHash('bank-card', cardNumber)
/** Whose WeChat money goes to: the openid itself is sealed. */
export const wechatPayeeHashOf = (openid: string): string => lookupHash('wechat-account', openid)
/** Spaces within a name are written as people like. */
export const nameHashOf = (name: string): string => lookupHash('name', name.replace(/\s+/g, ''))
export const plateHashOf = (plate: string): string => lookupHash('plate', plate)

/** The last six characters of a holder's ID number, bound to the holder: equal tails of two people have different hashes. */
export const idTailHashOf = (holderId: string, lastSix: string): string =>
  lookupHash('id-tail', `${holderId}\n${lastSix.toUpperCase()}`)

let kept: { written: string; fieldKeys: FieldKeys } | null = null

/** The keys as the environment has them, read anew when it changes. */
function fieldKeys(): FieldKeys {
  const written = `${process.env.FIELD_KEYS}\n${process.env.FIELD_KEY}`
  if (kept?.written !== written) kept = { written, fieldKeys: readFieldKeys() }
  return kept.fieldKeys
}

/** AES-256-GCM under the current key: `<key id>.<iv>.<tag>.<text>`, the last three base64url. */
export function seal(secret: Buffer): string {
  const { current, keys } = fieldKeys()
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyCalled(current, keys), iv)
  const text = Buffer.concat([cipher.update(secret), cipher.final()])
  return [
    current,
    iv.toString('base64url'),
    cipher.getAuthTag().toString('base64url'),
    text.toString('base64url'),
  ].join('.')
}

export const sealText = (text: string): string => seal(Buffer.from(text))

/**
 * For code that works on the value itself. What a person is shown goes through `unmask` (unmasking.ts), which logs it.
 * @throws Error when the text was sealed with a key that is not at hand, or has been altered
 */
export function unseal(sealed: string): Buffer {
  const [id, iv, tag, text] = sealed.split('.')
  if (!id || !iv || !tag || text === undefined) throw new Error('not a sealed value')
  const decipher = createDecipheriv('aes-256-gcm', keyCalled(id, fieldKeys().keys), Buffer.from(iv, 'base64url'))
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()])
}

/** The key that is current now, by its id: no secret. */
export const currentKeyId = (): string => fieldKeys().current

/** Whether a value was sealed with the key that is current now. */
export const isSealedAnew = (sealed: string): boolean => sealed.startsWith(`${currentKeyId()}.`)

function keyCalled(id: string, keys: ReadonlyMap<string, Buffer>): Buffer {
  const found = keys.get(id)
  if (!found) throw new Error(`a value is sealed with key ${id}, which is not in FIELD_KEYS or FIELD_KEY`)
  return found
}
