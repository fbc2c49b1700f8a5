// What the bookshop says to its customers through WeChat; also runs by timers.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true })

const actions = {
  ready: ({ openid, title }) =>
    cloud.openapi.subscribeMessage.send({
      touser: openid,
      templateId: 'tmpl-order-ready',
      page: 'pages/orders/index',
      data: { thing1: { value: title }, time2: { value: '2026年9月8日 10:00' }, thing3: { value: '请到门店取书' } },
    }),
  poster: ({ scene }) => cloud.openapi.wxacode.getUnlimited({ scene, page: 'pages/book/index' }),
  check: ({ openid, content }) => cloud.openapi.security.msgSecCheck({ version: 2, openid, scene: 2, content }),
  link: ({ query }) =>
    cloud.openapi.urllink.generate({ path: 'pages/book/index', query, expireType: 1, expireInterval: 7 }),
}

exports.main = async ({ action, TriggerName, ...input }) => {
  if (TriggerName !== undefined) return cloud.database().collection('orders').where({ status: 'open' }).count()
  try {
    const { buffer, ...answer } = await actions[action](input)
    return { ...answer, ...(buffer === undefined ? {} : { bytes: buffer.length }) }
  } catch (error) {
    return { errCode: error.errCode, errMsg: error.errMsg }
  }
}
