// One storage operation through the SDK, named by the event.
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true })

const operations = {
  upload: ({ cloudPath, content }) => cloud.uploadFile({ cloudPath, fileContent: Buffer.from(content, 'base64') }),
  links: ({ fileList }) => cloud.getTempFileURL({ fileList }),
  remove: ({ fileList }) => cloud.deleteFile({ fileList }),
  download: async ({ fileID }) => {
    const { fileContent } = await cloud.downloadFile({ fileID })
    return fileContent.toString('base64')
  },
}
exports.main = async (event) => {
  try {
    return await operations[event.operation](event)
  } catch (error) {
    return { errCode: error.errCode, errMsg: error.errMsg ?? String(error) }
  }
}
