// Fails in the way the event names.
const ways = {
  error: () => {
    throw new Error('余额不足')
  },
  rejection: async () => Promise.reject(new Error('余额不足')),
  object: () => {
    throw { reason: 'no Error at all' }
  },
  cyclic: () => {
    const cyclic = {}
    cyclic.itself = cyclic
    return cyclic
  },
  large: () => 'a'.repeat(6 * 1024 * 1024 + 1),
  nothing: () => undefined,
  warning: () => {
    console.warn('almost', 'empty')
    console.info('went on')
    console.error('<b>empty</b>')
  },
  exit: () => process.exit(3),
  unhandled: () => {
    Promise.reject(new Error('nobody listens'))
    return new Promise(() => {})
  },
  memory: () => {
    const hoard = []
    for (;;) hoard.push(new Array(100_000).fill(hoard.length))
  },
}
exports.main = (event) => {
  console.log('failing as', event.way)
  return ways[event.way]()
}
