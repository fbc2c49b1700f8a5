// Answers HTTP access in each of the ways CloudBase knows.
exports.main = async (event) => {
  switch (event.path) {
    case '/text':
      return '你好'
    case '/created':
      return { statusCode: 201, headers: { 'Content-Type': 'text/html', 'X-Count': 1 }, body: '<b>已创建</b>' }
    case '/bytes':
      return { statusCode: 200, headers: { 'content-type': 'image/png' }, body: 'iVBORw==', isBase64Encoded: true }
    case '/fails':
      throw new Error('web failed')
    case '/hangs':
      return new Promise(() => {})
    default:
      return event
  }
}
