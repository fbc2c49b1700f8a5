import { freshVisitor, type Person } from '../people'
import { sharedLinkOf } from './cloud'
import { element, elements } from './elements'
import { markPerson } from './people-list'
import { open, SINGLE_PAGE } from './phone'

const text = element('#share-text', HTMLElement)
const hint = element('#share-hint', HTMLElement)

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
  const visitor = { ...freshVisitor(), note: `经${sharer.name}的链接进入` }
  const singlePage = scene === SINGLE_PAGE
  markPerson(singlePage ? null : visitor)
  open({ as: singlePage ? null : visitor, page: 'pages/draw/index', query: { s: link.shareId }, scene })
  hint.textContent = singlePage
    ? '单页模式没有登录，不能抽奖，只能看内容。'
    : `现在是一位新访客，经${sharer.name}的链接进入。切回${sharer.name}可以看到机会的变化。`
}

export function onSharedLink(): void {
  // The bar that WeChat draws below the single page, and the two buttons beside the phone.
  for (const button of elements('[data-scene]')) {
    button.addEventListener('click', () => openSharedLink(Number(button.dataset.scene)))
  }
}
