import * as v from 'valibot'
import { operation } from './operation'
import { instantSchema } from './scalars'

/**
 * Every request of the console is signed by a key that never leaves its browser: ECDSA P-256 with SHA-256 over
 * `signedText`, the signature as 64 bytes (r, s) in base64url. The session's cookie alone opens nothing.
 */
export const signatureHeaders = {
  /** Epoch milliseconds of the browser's clock, corrected by what the cloud told it. */
  time: 'x-console-time',
  /** 16 random bytes, hex: each request's own. */
  nonce: 'x-console-nonce',
  signature: 'x-console-signature',
} as const

/** What is signed. The first line keeps it apart from anything else that a key might be asked to sign. */
export const signedText = (time: string, nonce: string, body: string): string =>
  ['motor-campaign console 1', time, nonce, body].join('\n')

const coordinateSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))
/** A P-256 point, as in a JSON Web Key. */
export const publicKeySchema = v.strictObject({ x: coordinateSchema, y: coordinateSchema })

/** Opaque, and short enough for a 小程序码's scene. */
export const ticketIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{24}$/, '登录码不正确'))
/** Two digits that the screen shows and the phone asks for. */
export const loginNumberSchema = v.pipe(v.string(), v.regex(/^[1-9]\d$/, '请选择屏幕上的两位数字'))

/** The mini-program page that a login's code opens; the scene is `t=<ticket>`. */
export const LOGIN_PAGE = 'packages/console-login/pages/index'
export const loginScene = (ticketId: string): string => `t=${ticketId}`

/** A browser asks to be let in: what it shows for a phone to scan. Over HTTP, signed by the key that it names. */
export const beginLogin = operation({
  name: 'console-login.begin',
  door: 'staff',
  input: v.strictObject({ publicKey: publicKeySchema }),
  output: v.object({
    ticketId: ticketIdSchema,
    /** The 小程序码, as a data address; null when WeChat gives none. */
    code: v.nullable(v.string()),
    number: loginNumberSchema,
    /** The cloud's clock: this browser's is corrected by it. */
    now: instantSchema,
    expiresAt: instantSchema,
  }),
  refusals: ['not-allowed', 'too-many-logins'],
})

/** Has somebody confirmed it meanwhile? `entered`: yes, and the answer carries the session's cookie, once. */
export const pollLogin = operation({
  name: 'console-login.poll',
  door: 'staff',
  input: v.strictObject({ ticketId: ticketIdSchema }),
  output: v.object({ state: v.picklist(['waiting', 'scanned', 'entered', 'refused']) }),
  refusals: ['not-allowed', 'login-ticket-gone'],
})

/** In WeChat: what is to be confirmed. Whoever of staff looks first is the one who may confirm. */
export const lookAtLogin = operation({
  name: 'console-login.look',
  door: 'staff',
  input: v.strictObject({ ticketId: ticketIdSchema }),
  output: v.object({
    /** Chrome 131 · Windows */
    browser: v.string(),
    /** The network address, its end masked; null where the platform names none. */
    place: v.nullable(v.string()),
    /** One of them stands on the screen: whoever was sent the code by somebody else has no screen to read it from. */
    numbers: v.array(loginNumberSchema),
    /** As whom the browser is let in. */
    me: v.object({ name: v.string(), role: v.string() }),
    now: instantSchema,
    expiresAt: instantSchema,
  }),
  refusals: ['not-signed-in', 'not-allowed', 'login-ticket-gone'],
})

/** In WeChat: yes, that is my browser. A wrong number ends the ticket. */
export const confirmLogin = operation({
  name: 'console-login.confirm',
  door: 'staff',
  input: v.strictObject({ ticketId: ticketIdSchema, number: loginNumberSchema }),
  output: v.object({}),
  refusals: ['not-signed-in', 'not-allowed', 'login-ticket-gone', 'login-number-wrong'],
})

/** In WeChat: no. */
export const refuseLogin = operation({
  name: 'console-login.refuse',
  door: 'staff',
  input: v.strictObject({ ticketId: ticketIdSchema }),
  output: v.object({}),
  refusals: ['not-signed-in', 'not-allowed', 'login-ticket-gone'],
})
