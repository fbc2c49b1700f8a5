/** Says in words what is wrong with a cloud path such as `posters/2026/a.png`; undefined when nothing is. */
export function pathProblem(path: string): string | undefined {
  if (path === '') return 'the path is empty'
  if (Buffer.byteLength(path) > 850) return 'the path exceeds 850 bytes'
  if (path.startsWith('/') || path.endsWith('/')) return 'the path must not begin or end with "/"'
  // Control characters, and those that mean something else in an address or on a disk.
  const forbidden = [...path].find(
    (character) => character < ' ' || character === '\x7f' || '\\?#%'.includes(character),
  )
  if (forbidden !== undefined) return `the path contains ${JSON.stringify(forbidden)}`
  const segment = path.split('/').find((part) => part === '' || part === '.' || part === '..')
  return segment === undefined ? undefined : `the path contains the segment "${segment}"`
}
