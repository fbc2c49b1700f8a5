/** Makes a changing request the same request when it is sent again: 16 random bytes, hex. Make one for each intention. */
export function newRequestKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
