import { create } from 'qrcode'

/**
 * A QR code as a picture for a style sheet: an SVG of one path, sharp at any size, without a canvas to wait for. A quarter of it
 * may be hidden (level Q). The quiet zone is left to the place it stands in.
 */
export function qrPicture(text: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: 'Q' }).modules
  const path: string[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; ) {
      let end = column
      while (end < size && data[row * size + end]) end++
      if (end > column) path.push(`M${column} ${row}h${end - column}v1h-${end - column}z`)
      column = Math.max(end, column + 1)
    }
  }
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'><path d='${path.join('')}'/></svg>`
  return `data:image/svg+xml,${svg.replace(/</g, '%3C').replace(/>/g, '%3E').replace(/'/g, '%27').replace(/ /g, '%20')}`
}
