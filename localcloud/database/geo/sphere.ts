/** A point of the unit sphere. */
export type Vector = readonly [number, number, number]

/** MongoDB's earth, in metres. */
export const EARTH_RADIUS_M = 6_378_100

const radians = Math.PI / 180
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const length = (a: Vector): number => Math.sqrt(dot(a, a))
const unit = (a: Vector): Vector => {
  const size = length(a) || 1
  return [a[0] / size, a[1] / size, a[2] / size]
}
/** About a centimetre on the ground: two places nearer than this are the same. */
const TOUCHING = 1e-9

export function vectorOf(longitude: number, latitude: number): Vector {
  const [lng, lat] = [longitude * radians, latitude * radians]
  return [Math.cos(lat) * Math.cos(lng), Math.cos(lat) * Math.sin(lng), Math.sin(lat)]
}

/** The angle between two points, in radians. */
export const angleBetween = (a: Vector, b: Vector): number => Math.atan2(length(cross(a, b)), dot(a, b))

/** The angle from a point to the nearest place of the shortest line between two others. */
export function angleToSegment(point: Vector, from: Vector, to: Vector): number {
  const normal = cross(from, to)
  const ends = Math.min(angleBetween(point, from), angleBetween(point, to))
  if (length(normal) < TOUCHING) return ends
  // The foot of the perpendicular lies within when it is on the inner side of both ends.
  const beyondStart = dot(cross(normal, from), point) >= 0
  const beforeEnd = dot(cross(to, normal), point) >= 0
  return beyondStart && beforeEnd ? Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(unit(normal), point))))) : ends
}

export const touches = (angle: number): boolean => angle < TOUCHING

/** Whether two lines cross at a place inside both. */
export function segmentsCross(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const [ab, cd] = [cross(a, b), cross(c, d)]
  const sides = [dot(ab, c), dot(ab, d), dot(cd, a), dot(cd, b)] as const
  if (sides[0] * sides[1] >= 0 || sides[2] * sides[3] >= 0) return false
  // Great circles meet at two opposite places; both lines must be at the same one.
  const place = unit(cross(ab, cd))
  const near = dot(place, a) + dot(place, b) > 0
  return near === dot(place, c) + dot(place, d) > 0
}

/** Whether a ring (closed, smaller than half the earth) goes around a point. */
export function ringHolds(ring: readonly Vector[], point: Vector): boolean {
  const middle = ring.reduce<Vector>((sum, at) => [sum[0] + at[0], sum[1] + at[1], sum[2] + at[2]], [0, 0, 0])
  if (dot(middle, point) <= 0) return false
  const north: Vector = Math.abs(point[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0]
  const east = unit(cross(north, point))
  const up = cross(point, east)
  const bearing = (at: Vector): number => Math.atan2(dot(at, east), dot(at, up))
  let turned = 0
  for (const [at, corner] of ring.entries()) {
    const next = ring[at + 1]
    if (!next) break
    const step = bearing(next) - bearing(corner)
    turned += step > Math.PI ? step - 2 * Math.PI : step < -Math.PI ? step + 2 * Math.PI : step
  }
  return Math.abs(turned) > Math.PI
}
