import { element } from './elements'

const phone = { width: 416, height: 870 }
const narrow = 820
const smallestScale = 0.72

/** Keeps the whole phone in sight: on a narrow screen by its width, on a wide one by its height. */
export function fitPhone(): void {
  const resize = () => {
    const top = element('.top', HTMLElement).offsetHeight
    const scale = innerWidth <= narrow ? (innerWidth - 32) / phone.width : (innerHeight - top - 48) / phone.height
    const fitting = Math.min(1, Math.max(scale, smallestScale))
    document.documentElement.style.setProperty('--phone-scale', String(fitting))
  }
  addEventListener('resize', resize)
  resize()
}

/** The gold rays behind the phone: long and short ones by turns. */
export function drawRays(): void {
  const rays = element('.rays', SVGSVGElement)
  const count = 72
  for (let index = 0; index < count; index++) {
    const long = index % 2 === 0
    const angle = (index / count) * 2 * Math.PI
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'line')
    for (const [end, radius] of [
      ['1', 236],
      ['2', long ? 292 : 270],
    ] as const) {
      line.setAttribute(`x${end}`, (Math.cos(angle) * radius).toFixed(1))
      line.setAttribute(`y${end}`, (Math.sin(angle) * radius).toFixed(1))
    }
    line.setAttribute('stroke-opacity', long ? '0.5' : '0.25')
    rays.append(line)
  }
}
