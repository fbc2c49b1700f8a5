/** Who a page of the browser preview speaks as. Without an openid nobody is signed in. */
export interface PreviewIdentity {
  openid: string
  unionid?: string
}

export interface PreviewPlace {
  as: PreviewIdentity | null
  /** Path inside the mini-program, e.g. `pages/draw/index`, and its query. */
  page: string
  query?: Readonly<Record<string, string>>
  /** WeChat's scene number; 1001 (the list of mini-programs) unless told. */
  scene?: number
}

/** The tab pages and packages that a developer opens directly. */
export const pages = {
  draw: { path: 'pages/draw/index', label: '抽奖' },
  offers: { path: 'pages/offers/index', label: '优惠' },
  mine: { path: 'pages/mine/index', label: '我的' },
  rules: { path: 'packages/rules/pages/index', label: '规则' },
  fairness: { path: 'packages/fairness/pages/index', label: '验证' },
  quote: { path: 'packages/quote/pages/index', label: '试算' },
  redeem: { path: 'packages/redeem/pages/index', label: '核销' },
  referral: { path: 'packages/referral/pages/index', label: '推荐' },
  invitation: { path: 'packages/referral/pages/invitation', label: '邀请' },
  poster: { path: 'packages/share/pages/poster', label: '海报' },
} as const
export type PageName = keyof typeof pages

const base64url = (text: string) => btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

/** Address of a mini-program page in the browser preview, below the local cloud's own address. */
export function previewAddress({ as, page, query = {}, scene }: PreviewPlace): string {
  const outer = new URLSearchParams()
  if (as) outer.set('as', base64url(JSON.stringify({ openid: as.openid, unionid: as.unionid })))
  if (scene !== undefined) outer.set('scene', String(scene))
  const inner = new URLSearchParams(query)
  return `/h5/?${outer}#/${page}${inner.size > 0 ? `?${inner}` : ''}`
}
