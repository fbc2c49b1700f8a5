import { lookupHash, pseudonymOf } from './secrets'

/**
 * One WeChat account, whichever campaign runs: bindings, limits and roles are kept under it instead of the openid.
 * No campaign can be called so: its id has no brackets.
 */
export const accountOf = (openid: string): string => pseudonymOf('(account)', openid)

/** A network address as a key of limits. An IPv6 customer has a whole network of 64 bits: that counts as one address. */
export function addressKeyOf(address: string): string {
  return lookupHash('address', address.includes(':') ? address.split(':').slice(0, 4).join(':') : address)
}
