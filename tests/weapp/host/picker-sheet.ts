/** What the drums of a picker show, and whom they tell. */
export interface DrumSheet {
  title: string
  chosen: readonly number[]
  columns(chosen: readonly number[]): string[][]
  turned(column: number, index: number): void
  done(chosen: number[]): void
  cancelled(): void
}

export const drumsStyle = `
.wechat-drums { position: fixed; left: 0; right: 0; bottom: 0; z-index: 10000; background: #fff; color: #111; font: 17px/1.3 sans-serif }
.wechat-drums-head { display: flex; justify-content: space-between; padding: 14px 16px }
.wechat-drums-columns { display: flex; height: 220px }
.wechat-drum { flex: 1; overflow: hidden auto; text-align: center }
.wechat-drum > * { padding: 11px 4px }
.wechat-drum > [aria-selected=true] { background: #eee }
`

/** WeChat's own drums, as lists that a finger taps: they rise above the page and end with 确定 or 取消. */
export class PickerSheet {
  private readonly box = part('wechat-drums')
  private readonly columns = part('wechat-drums-columns')
  private chosen: number[]

  constructor(private readonly sheet: DrumSheet) {
    this.chosen = [...sheet.chosen]
    this.box.setAttribute('role', 'dialog')
    const head = part('wechat-drums-head')
    head.append(
      button('取消', () => this.close(sheet.cancelled)),
      part('', sheet.title),
      button('确定', () => this.close(() => sheet.done(this.inside(this.chosen)))),
    )
    this.box.append(head, this.columns)
    this.redraw()
    document.body.append(this.box)
  }

  redraw(): void {
    this.chosen = this.inside(this.chosen)
    this.columns.replaceChildren(
      ...this.sheet.columns(this.chosen).map((words, column) => {
        const drum = part('wechat-drum')
        drum.append(
          ...words.map((word, index) => {
            const entry = button(word, () => this.turn(column, index))
            entry.setAttribute('aria-selected', String(index === this.chosen[column]))
            return entry
          }),
        )
        return drum
      }),
    )
  }

  private turn(column: number, index: number): void {
    this.chosen = this.inside(this.chosen.map((before, at) => (at === column ? index : before)))
    this.sheet.turned(column, index)
    this.redraw()
  }

  /** A shorter drum after another was turned: its last entry at most. */
  private inside(chosen: readonly number[]): number[] {
    return this.sheet
      .columns(chosen)
      .map((words, column) => Math.max(0, Math.min(chosen[column] ?? 0, words.length - 1)))
  }

  private close(tell: () => void): void {
    this.box.remove()
    tell()
  }
}

function part(className: string, text = ''): HTMLElement {
  return Object.assign(document.createElement('div'), { className, textContent: text })
}

function button(text: string, act: () => void): HTMLElement {
  const made = part('', text)
  made.setAttribute('role', 'button')
  made.addEventListener('click', act)
  return made
}
