// One trap of transactions a call, by name; answers the error's message, or nothing.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true })
const db = cloud.database()

const traps = {
  where: (collection) => collection.where({ n: 1 }).update({ data: { n: 2 } }),
  remove: (collection) => collection.where({ n: 1 }).remove(),
  count: (collection) => collection.count(),
  aggregate: (collection) => collection.aggregate().count('n').end(),
  get: (collection) => collection.where({ n: 1 }).get(),
  read: async (collection) => {
    await collection.doc('one').set({ data: { n: 1 } })
    await collection.doc('one').get()
  },
  doc: (collection) => collection.doc('one').update({ data: { n: 3 } }),
}

exports.main = async ({ trap, ended, size }) => {
  if (size !== undefined) {
    await db
      .collection('notes')
      .doc('large')
      .set({ data: { text: 'x'.repeat(size) } })
    return db
      .collection('notes')
      .doc('large')
      .get()
      .then(
        () => 'read',
        (error) => String(error.errMsg || error.message),
      )
  }
  const transaction = await db.startTransaction()
  if (ended) await transaction.rollback()
  try {
    await traps[trap](ended ? db.collection('notes') : transaction.collection('notes'))
    return null
  } catch (error) {
    return String(error.errMsg || error.message)
  } finally {
    if (!ended) await transaction.rollback().catch(() => null)
  }
}
