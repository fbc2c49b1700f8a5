import { paintScene, SCENE_HEIGHT } from './paint-scene'
import { type Pen, POSTER, paint, roundedPath } from './paper'
import { wrapLines } from './wrap-lines'

export interface PosterContent {
  title: string
  lines: string[]
}

const MARGIN = 28
const CODE = { size: 128, top: 444 }
const FACE = '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", sans-serif'

/** Paints the whole poster. `code` is the loaded 小程序码, square. */
export function paintPoster(pen: Pen, content: PosterContent, code: CanvasImageSource): void {
  pen.save()
  pen.scale(POSTER.scale, POSTER.scale)
  pen.fillStyle = paint.cream
  pen.fillRect(0, 0, POSTER.width, POSTER.height)
  paintScene(pen)
  pen.textBaseline = 'top'
  pen.textAlign = 'left'
  write(pen, content.title, { top: 36, size: 28, leading: 38, bold: true, colour: paint.white, most: 3 })

  const [first, ...rest] = content.lines
  let top = SCENE_HEIGHT + 20
  if (first !== undefined) {
    top = write(pen, first, { top, size: 20, leading: 28, bold: true, colour: paint.ink, most: 2 })
  }
  const width = POSTER.width - 2 * MARGIN
  for (const line of rest.slice(0, 2)) {
    top = write(pen, line, { top: top + 2, size: 14, leading: 21, bold: false, colour: paint.ink2, most: 1, width })
  }
  paintCode(pen, code)
  const beside = POSTER.width - 2 * MARGIN - CODE.size - 20
  const calls = { size: 16, leading: 24, bold: true, colour: paint.red, most: 2, width: beside }
  const under = write(pen, '微信扫码参加', { top: CODE.top + 36, ...calls })
  const small = { size: 12, leading: 18, bold: false, colour: paint.ink3, most: 3, width: beside }
  write(pen, rest.slice(2).join(' '), { top: under + 6, ...small })
  pen.restore()
}

interface Setting {
  top: number
  size: number
  leading: number
  bold: boolean
  colour: string
  /** The most lines there is room for; a longer text ends with an ellipsis. */
  most: number
  width?: number
}

/** Writes at the left margin. @returns the top of what comes below */
function write(pen: Pen, text: string, { top, size, leading, bold, colour, most, width }: Setting): number {
  pen.font = `${bold ? '600 ' : ''}${size}px ${FACE}`
  pen.fillStyle = colour
  const lines = wrapLines(text, width ?? POSTER.width - 2 * MARGIN, (part) => pen.measureText(part).width)
  const shown = lines.slice(0, most)
  shown.forEach((line, index) => {
    const cut = index === most - 1 && lines.length > most
    pen.fillText(cut ? `${line.slice(0, -1)}…` : line, MARGIN, top + index * leading)
  })
  return top + shown.length * leading
}

function paintCode(pen: Pen, code: CanvasImageSource): void {
  const left = POSTER.width - MARGIN - CODE.size
  roundedPath(pen, left - 8, CODE.top - 8, CODE.size + 16, CODE.size + 16, 12)
  pen.fillStyle = paint.white
  pen.fill()
  pen.strokeStyle = paint.gold
  pen.lineWidth = 1
  pen.stroke()
  pen.drawImage(code, left, CODE.top, CODE.size, CODE.size)
}
