// Makes as many database operations as the event says.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true })

exports.main = async ({ operations }) => {
  for (let done = 0; done < operations; done++) await cloud.database().collection('notes').count()
  return operations
}
