import { type Pen, POSTER, paint, roundedPath } from './paper'

/** The upper part of the poster: an evening-red sky, the sun with its gold rays, and a car on the road towards it. */
export const SCENE_HEIGHT = 330
const SUN = { x: 262, y: 236, radius: 46 }

export function paintScene(pen: Pen): void {
  pen.save()
  pen.beginPath()
  pen.rect(0, 0, POSTER.width, SCENE_HEIGHT)
  pen.clip()
  paintSky(pen)
  paintSun(pen)
  paintHills(pen)
  paintRoad(pen)
  paintCar(pen)
  pen.restore()
}

function paintSky(pen: Pen): void {
  const sky = pen.createLinearGradient(0, 0, 0, SCENE_HEIGHT)
  sky.addColorStop(0, paint.deep)
  sky.addColorStop(0.7, paint.red)
  pen.fillStyle = sky
  pen.fillRect(0, 0, POSTER.width, SCENE_HEIGHT)
}

function paintSun(pen: Pen): void {
  pen.save()
  pen.translate(SUN.x, SUN.y)
  const shine = pen.createRadialGradient(0, 0, SUN.radius, 0, 0, 220)
  shine.addColorStop(0, 'rgba(246, 207, 120, 0.6)')
  shine.addColorStop(1, 'rgba(232, 180, 76, 0)')
  pen.fillStyle = shine
  const rays = 21
  for (let ray = 0; ray < rays; ray++) {
    const middle = Math.PI + (Math.PI * (ray + 0.5)) / rays
    paintRay(pen, middle, ray % 2 === 0 ? 0.045 : 0.022)
  }
  pen.beginPath()
  pen.arc(0, 0, SUN.radius, 0, Math.PI * 2)
  const disc = pen.createLinearGradient(0, -SUN.radius, 0, SUN.radius)
  disc.addColorStop(0, '#FFE7B0')
  disc.addColorStop(1, paint.gold)
  pen.fillStyle = disc
  pen.fill()
  pen.restore()
}

/** One ray around the angle `middle`, `spread` wide to both sides; it fades out with the shine. */
function paintRay(pen: Pen, middle: number, spread: number): void {
  const from = SUN.radius * 1.2
  const to = 220
  pen.beginPath()
  pen.moveTo(from * Math.cos(middle - spread), from * Math.sin(middle - spread))
  pen.lineTo(to * Math.cos(middle - spread), to * Math.sin(middle - spread))
  pen.lineTo(to * Math.cos(middle + spread), to * Math.sin(middle + spread))
  pen.lineTo(from * Math.cos(middle + spread), from * Math.sin(middle + spread))
  pen.closePath()
  pen.fill()
}

function paintHills(pen: Pen): void {
  pen.fillStyle = '#B51219'
  pen.beginPath()
  pen.moveTo(0, 232)
  pen.bezierCurveTo(60, 206, 110, 222, 160, 238)
  pen.bezierCurveTo(220, 254, 310, 250, 375, 222)
  pen.lineTo(375, SCENE_HEIGHT)
  pen.lineTo(0, SCENE_HEIGHT)
  pen.closePath()
  pen.fill()
  pen.fillStyle = paint.deep
  pen.beginPath()
  pen.moveTo(0, 256)
  pen.bezierCurveTo(90, 238, 240, 262, 375, 248)
  pen.lineTo(375, SCENE_HEIGHT)
  pen.lineTo(0, SCENE_HEIGHT)
  pen.closePath()
  pen.fill()
}

function paintRoad(pen: Pen): void {
  pen.beginPath()
  pen.moveTo(254, 251)
  pen.bezierCurveTo(190, 268, 110, 288, 64, SCENE_HEIGHT)
  pen.lineTo(292, SCENE_HEIGHT)
  pen.bezierCurveTo(284, 296, 250, 282, 266, 251)
  pen.closePath()
  pen.fillStyle = paint.road
  pen.fill()
  pen.strokeStyle = paint.gold
  pen.lineWidth = 2
  pen.stroke()
  pen.save()
  pen.setLineDash([14, 12])
  pen.strokeStyle = paint.cream
  pen.lineWidth = 2.5
  pen.beginPath()
  pen.moveTo(176, SCENE_HEIGHT)
  pen.bezierCurveTo(190, 300, 216, 276, 258, 254)
  pen.stroke()
  pen.restore()
}

/** The car from behind, on its way to the sun. */
function paintCar(pen: Pen): void {
  pen.save()
  pen.translate(206, 270)
  pen.fillStyle = 'rgba(26, 5, 6, 0.5)'
  pen.beginPath()
  pen.ellipse(24, 41, 30, 4, 0, 0, Math.PI * 2)
  pen.fill()
  const part = (colour: string, x: number, y: number, width: number, height: number, radius: number) => {
    roundedPath(pen, x, y, width, height, radius)
    pen.fillStyle = colour
    pen.fill()
  }
  part('#24292F', 4, 30, 9, 12, 2)
  part('#24292F', 35, 30, 9, 12, 2)
  pen.beginPath()
  pen.moveTo(10, 15)
  pen.lineTo(14, 3)
  pen.quadraticCurveTo(15, 0, 18, 0)
  pen.lineTo(30, 0)
  pen.quadraticCurveTo(33, 0, 34, 3)
  pen.lineTo(38, 15)
  pen.closePath()
  pen.fillStyle = paint.cream
  pen.fill()
  part(paint.cream, 1, 13, 46, 23, 6)
  pen.beginPath()
  pen.moveTo(13, 14)
  pen.lineTo(16, 4)
  pen.lineTo(32, 4)
  pen.lineTo(35, 14)
  pen.closePath()
  pen.fillStyle = '#5B1A1D'
  pen.fill()
  part(paint.red, 3, 20, 11, 5, 2)
  part(paint.red, 34, 20, 11, 5, 2)
  part('#2F6FB5', 18, 24, 12, 5, 1)
  pen.restore()
}
