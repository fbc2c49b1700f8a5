/**
 * Who the H5 preview speaks as: the `as` parameter of its address, base64url JSON. In WeChat identity never leaves the
 * platform, so there is nothing to read.
 */
export function previewIdentity(search: string): { header: string; openid: string } | null {
  const encoded = new URLSearchParams(search).get('as')
  if (!encoded) return null
  try {
    const header = atob(encoded.replace(/-/g, '+').replace(/_/g, '/'))
    const identity: unknown = JSON.parse(header)
    if (typeof identity !== 'object' || identity === null) return null
    const openid = 'openid' in identity && typeof identity.openid === 'string' ? identity.openid : ''
    return { header, openid }
  } catch {
    return null
  }
}

/** What is kept in storage is kept per customer: the preview shows several customers from one address. */
export function storageOwner(): string {
  return process.env.TARO_ENV === 'h5' ? (previewIdentity(window.location.search)?.openid ?? 'nobody') : 'me'
}
