import { fileURLToPath } from 'node:url'
import { type LocalCloud, startLocalCloud } from '#localcloud/local-cloud'

const folder = fileURLToPath(new URL('./bookshop', import.meta.url))
const PAGE = fileURLToPath(new URL('../../../dist/localcloud-page', import.meta.url))

const titles = ['三体', '围城', '边城', '活着', '平凡的世界', '呐喊', '红楼梦', '骆驼祥子', '茶馆', '白鹿原']
const shelves = ['小说', '经典', '戏剧']

interface Write {
  action: string
  [parameter: string]: unknown
}

/** A bookshop's cloud with something in every view. Needs the built page. */
export async function startBookshop(port = 0): Promise<LocalCloud> {
  const cloud = await startLocalCloud({
    functions: folder,
    collections: `${folder}/collections.json`,
    data: ':memory:',
    port,
    page: PAGE,
    timers: false,
    warm: false,
  })
  cloud.clock.set(Date.parse('2026-09-08T10:00:00+08:00'))
  const write = (request: Write) =>
    fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(request) }).then((response) => response.json())
  const add = (collectionName: string, documents: object[]) =>
    write({
      action: 'database.insertDocument',
      collectionName,
      data: documents.map((document) => JSON.stringify(document)),
    })
  await add(
    'books',
    Array.from({ length: 60 }, (_, at) => book(at)),
  )
  await add('shops', [
    { _id: 'west', name: '西门店', place: { type: 'Point', coordinates: [121.44, 31.2] }, open: { from: '09:00' } },
  ])
  await add('settings', [{ _id: 'delivery', free: 8800, cities: ['上海', '杭州'], pattern: null }])
  await write({ action: 'database.addCollection', collectionName: 'scratch' })
  const shop = (data: object, openid: string) => cloud.call('shop', data, { openid, unionid: `union-${openid}` })
  cloud.setFaults([{ action: 'openapi.*', function: 'notify', times: 1, fault: { kind: 'error', code: '-1' } }], 7)
  await shop({ action: 'list', shelf: '小说' }, 'oLin')
  for (const [at, openid] of ['oLin', 'oGao', 'oMa', 'oLin'].entries()) {
    await shop({ action: 'order', book: `book-${at}`, copies: at + 1 }, openid)
    cloud.clock.advance(65_000)
  }
  await shop({ action: 'order', book: 'book-3', copies: 90 }, 'oGao').catch(() => undefined)
  await shop({ action: 'code', phone: '13800001111' }, 'oLin')
  cloud.acceptSubscription('oLin', 'tmpl-order-ready', 2)
  cloud.setRiskyWords(['代写'])
  const notify = (data: object) => cloud.call('notify', data)
  await notify({ action: 'poster', scene: 'book=7' })
  await notify({ action: 'poster', scene: 'book=7' })
  await notify({ action: 'ready', openid: 'oLin', title: '三体' })
  await notify({ action: 'ready', openid: 'oMa', title: '边城' })
  await notify({ action: 'check', openid: 'oGao', content: '提供代写书评' })
  await notify({ action: 'link', query: 'id=7' })
  cloud.issuePhoneCode('13800002222', 'oMa')
  await cloud.trigger('notify', 'remind')
  return cloud
}

function book(at: number) {
  return {
    _id: `book-${at}`,
    title: titles[at % titles.length] + (at < titles.length ? '' : ` 第 ${Math.floor(at / titles.length) + 1} 版`),
    shelf: shelves[at % shelves.length],
    price: 2800 + ((at * 370) % 4000),
    stock: (at * 7) % 40 === 0 ? 12 : (at * 7) % 40,
    isbn: `978730${String(1_000_000 + at)}`,
    since: { $date: `2026-0${(at % 8) + 1}-15T02:00:00.000Z` },
    tags: at % 2 === 0 ? ['新书', '推荐'] : [],
  }
}
