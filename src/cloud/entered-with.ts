/** What a page was entered with: the pairs of a link, or the `scene` of a 小程序码, which is pairs too and comes encoded. */
export type Entered = Readonly<{ scene?: string } & Record<string, string | undefined>>

/** The value of this name, from the link or from the 小程序码, where it looks as it must; null when there is none. */
export function enteredWith(entered: Entered, name: string, looks: RegExp): string | null {
  const value = entered[name] ?? new Map(pairsIn(entered.scene ?? '')).get(name)
  return value !== undefined && looks.test(value) ? value : null
}

/** Anybody can open a page with any scene: what was not encoded as WeChat does carries nothing. */
function pairsIn(scene: string): [string, string][] {
  try {
    return decodeURIComponent(scene)
      .split('&')
      .map((pair) => {
        const [name = '', value = ''] = pair.split('=')
        return [name, value]
      })
  } catch {
    return []
  }
}
