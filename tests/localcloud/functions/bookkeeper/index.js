// Plain and transactional writes; answers what went wrong, or nothing.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true })
const db = cloud.database()

exports.main = async ({ id, inTransaction }) => {
  try {
    if (!inTransaction) await db.collection('notes').add({ data: { _id: id } })
    else {
      const transaction = await db.startTransaction()
      await transaction.collection('notes').add({ data: { _id: id } })
      await transaction.commit()
    }
    return null
  } catch (error) {
    return { errCode: error.errCode, errMsg: String(error.errMsg || error.message) }
  }
}
