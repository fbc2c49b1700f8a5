// One openapi call through the SDK, e.g. {api: 'wxacode.getUnlimited', parameters: {…}}; `getOpenData` is cloud.getOpenData.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true })

exports.main = async ({ api, parameters }) => {
  const call =
    api === 'getOpenData' ? cloud.getOpenData : api.split('.').reduce((object, name) => object[name], cloud.openapi)
  try {
    const { buffer, ...answer } = await call(parameters)
    return { ...answer, ...(buffer === undefined ? {} : { image: buffer.toString('base64') }) }
  } catch (error) {
    return { errCode: error.errCode, errMsg: error.errMsg }
  }
}
