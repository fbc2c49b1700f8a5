// Who the SDK says is calling: at the start, and again after other calls had time to start elsewhere.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event, context) => {
  const before = cloud.getWXContext()
  for (let turn = 0; turn < (event.turns ?? 0); turn++) await new Promise(setImmediate)
  return {
    event,
    before,
    after: cloud.getWXContext(),
    pid: process.pid,
    requestId: context.request_id,
    functionName: context.function_name,
    limitMs: context.time_limit_in_ms,
    clockOffset: process.env.LOCALCLOUD_CLOCK_OFFSET_MS,
    secret: process.env.SAMPLE_SECRET,
  }
}
