// The bookshop's stock over HTTP, and the messages WeChat pushes.
exports.main = async (event) => {
  if (event.MsgType !== undefined) return { received: event.Event ?? event.MsgType }
  if (event.path !== '/stock') return { statusCode: 404, body: JSON.stringify({ error: 'no such address' }) }
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ received: JSON.parse(event.body || '[]') }),
  }
}
