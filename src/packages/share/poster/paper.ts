/** What the poster is painted on: the parts of canvas 2d that WeChat and browsers share. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'beginPath'
  | 'bezierCurveTo'
  | 'clip'
  | 'closePath'
  | 'createLinearGradient'
  | 'createRadialGradient'
  | 'drawImage'
  | 'ellipse'
  | 'fill'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalAlpha'
  | 'lineTo'
  | 'lineWidth'
  | 'measureText'
  | 'moveTo'
  | 'quadraticCurveTo'
  | 'rect'
  | 'restore'
  | 'rotate'
  | 'save'
  | 'scale'
  | 'setLineDash'
  | 'stroke'
  | 'strokeStyle'
  | 'textAlign'
  | 'textBaseline'
  | 'translate'
>

/** In poster units; painted at twice the size. */
export const POSTER = { width: 375, height: 600, scale: 2 }

/** Fixed colours: a poster is seen by others, in whatever mode their phone is. */
export const paint = {
  deep: '#8E0F14',
  red: '#C8161D',
  gold: '#E8B44C',
  cream: '#FFF6EA',
  white: '#FFFFFF',
  ink: '#1F1A17',
  ink2: '#5C534D',
  ink3: '#756B64',
  road: '#4A0C10',
} as const

/** A rectangle with rounded corners as the current path. */
export function roundedPath(pen: Pen, x: number, y: number, width: number, height: number, radius: number): void {
  const right = x + width
  const bottom = y + height
  pen.beginPath()
  pen.moveTo(x + radius, y)
  pen.lineTo(right - radius, y)
  pen.quadraticCurveTo(right, y, right, y + radius)
  pen.lineTo(right, bottom - radius)
  pen.quadraticCurveTo(right, bottom, right - radius, bottom)
  pen.lineTo(x + radius, bottom)
  pen.quadraticCurveTo(x, bottom, x, bottom - radius)
  pen.lineTo(x, y + radius)
  pen.quadraticCurveTo(x, y, x + radius, y)
  pen.closePath()
}
