// Writes down what a timer sends; the call log keeps it.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event) => {
  console.log(JSON.stringify({ event, source: cloud.getWXContext().SOURCE }))
  return event.TriggerName
}
