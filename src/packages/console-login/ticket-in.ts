/** The ticket that the page was opened with: by a 小程序码's scene, or by a link. Null when it is none. */
export function ticketIn({ scene, t }: { scene?: string; t?: string }): string | null {
  const ticket = scene === undefined ? t : new Map(pairsIn(decodeURIComponent(scene))).get('t')
  return ticket !== undefined && /^[A-Za-z0-9]{24}$/.test(ticket) ? ticket : null
}

const pairsIn = (query: string): [string, string][] =>
  query.split('&').map((pair) => {
    const [name = '', value = ''] = pair.split('=')
    return [name, value]
  })
