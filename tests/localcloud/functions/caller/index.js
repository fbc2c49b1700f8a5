// Calls another function through the SDK and tells what came back.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true })

exports.main = async ({ name, data = {} }) => {
  try {
    return await cloud.callFunction({ name, data })
  } catch (error) {
    return { code: error.code, message: error.message }
  }
}
