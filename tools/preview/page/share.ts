import { freshVisitor, type Person } from '../people'
import { sharedLinkOf } from './cloud'
import { element, elements } from './elements'
import { open } from './phone'

const text = element('#share-text', HTMLElement)
const hint = element('#share-hint', HTMLElement)
/** WeChat's scene of the content-only page that a Moments link opens in. */
const SINGLE_PAGE = 1154

let sharer: Person | undefined

export function shareAs(person: Person): void {
  sharer = person
  text.textContent = `${person.name}把抽奖页分享到朋友圈，由另一位微信用户打开：`
  hint.textContent = ''
}

async function openSharedLink(scene: number): Promise<void> {
  if (!sharer) return
  const link = await sharedLinkOf(sharer.openid, sharer.unionid)
  if ('reason' in link) {
    hint.textContent = link.reason
    return
  }
  const visitor = freshVisitor()
  const singlePage = scene === SINGLE_PAGE
  open({ as: singlePage ? null : visitor, page: 'pages/draw/index', query: { s: link.shareId }, scene })
  hint.textContent = singlePage
    ? '单页模式没有登录，不能抽奖，只能看内容。'
    : `现在是一位新访客，经${sharer.name}的链接进入。切回${sharer.name}可以看到机会的变化。`
}

export function onSharedLink(): void {
  for (const button of elements('[data-scene]')) {
    button.addEventListener('click', () => openSharedLink(Number(button.dataset.scene)))
  }
}
