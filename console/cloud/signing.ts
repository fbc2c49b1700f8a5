import { signatureHeaders, signedText } from '#contract/console-login'
import { findBrowserKey } from './browser-key'
import { newRequestKey } from './request-key'

/**
 * What proves, beside the session's cookie, that a request comes from the browser that logged in: headers with a signature
 * over time, nonce and body by a key that never leaves this browser. Nothing before the first login.
 */
export async function signed(body: string): Promise<Record<string, string>> {
  const key = await findBrowserKey()
  if (!key) return {}
  const time = String(Date.now() + key.aheadMs)
  const nonce = newRequestKey()
  const text = new TextEncoder().encode(signedText(time, nonce, body))
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.pair.privateKey, text)
  return {
    [signatureHeaders.time]: time,
    [signatureHeaders.nonce]: nonce,
    [signatureHeaders.signature]: base64url(new Uint8Array(signature)),
  }
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
