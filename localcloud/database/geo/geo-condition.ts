import { requestFailed } from '../failure'
import { valuesAt } from '../path'
import { type Document, fieldOf, isDocument, type Value } from '../value'
import { angleTo, pointVector, type Shape, shapeOf, shapesMeet, shapeWithin, storedShape, withinAngle } from './shape'
import { EARTH_RADIUS_M, type Vector } from './sphere'

/** A search for what is near a point: the test, and the distance in metres by which the found are ordered. */
export interface Near {
  path: string
  distance: (document: Document) => number | undefined
  test: (document: Document) => boolean
}

/** `{$geometry: <Point>, $maxDistance, $minDistance}` in metres, as `_.geoNear` sends it. */
export function compileNear(path: string, operand: Value): Near {
  if (!isDocument(operand)) throw requestFailed('$nearSphere requires an object with $geometry')
  const geometry = fieldOf(operand, '$geometry')
  if (!isDocument(geometry) || geometry.type !== 'Point')
    throw requestFailed(`$near requires a point, given ${JSON.stringify(geometry ?? null)}`)
  const from = pointVector(geometry.coordinates)
  const most = distanceIn(operand, '$maxDistance') ?? Number.POSITIVE_INFINITY
  const least = distanceIn(operand, '$minDistance') ?? 0
  return nearPoint(path, from, least, most)
}

export function nearPoint(path: string, from: Vector, least: number, most: number): Near {
  const distance = (document: Document): number | undefined => nearest(document, path, from)?.metres
  return {
    path,
    distance,
    test: (document) => {
      const metres = distance(document)
      return metres !== undefined && metres >= least && metres <= most
    },
  }
}

/** The nearest of a document's geometries at a path, and how far it is. */
export function nearest(document: Document, path: string, from: Vector): { metres: number; value: Value } | undefined {
  let best: { metres: number; value: Value } | undefined
  for (const { shape, value } of shapesAt(document, path)) {
    const metres = angleTo(from, shape) * EARTH_RADIUS_M
    if (!best || metres < best.metres) best = { metres, value }
  }
  return best
}

/** `$geoWithin` and `$geoIntersects`. */
export function compileGeo(path: string, operator: string, operand: Value): (document: Document) => boolean {
  if (!isDocument(operand)) throw requestFailed(`${operator} requires an object`)
  const fits = operator === '$geoWithin' ? within(operand) : intersects(operand)
  return (document) => shapesAt(document, path).some(({ shape }) => fits(shape))
}

function within(operand: Document): (shape: Shape) => boolean {
  const sphere = fieldOf(operand, '$centerSphere')
  if (Array.isArray(sphere)) {
    const [centre, radius] = sphere
    if (typeof radius !== 'number' || radius < 0) throw requestFailed('radius must be a non-negative number')
    const at = pointVector(centre)
    return (shape) => withinAngle(shape, at, radius)
  }
  const geometry = fieldOf(operand, '$geometry')
  if (geometry === undefined) {
    throw requestFailed(
      `$geoWithin is imitated with $geometry and $centerSphere, not with ${Object.keys(operand).join(', ')}`,
    )
  }
  const area = shapeOf(geometry)
  if (area.polygons.length === 0)
    throw requestFailed(`$geoWithin not supported with provided geometry: ${JSON.stringify(geometry)}`)
  return (shape) => shapeWithin(shape, area)
}

function intersects(operand: Document): (shape: Shape) => boolean {
  const wanted = shapeOf(fieldOf(operand, '$geometry'))
  return (shape) => shapesMeet(shape, wanted)
}

function shapesAt(document: Document, path: string): { shape: Shape; value: Value }[] {
  return valuesAt(document, path)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .flatMap((value) => {
      const shape = storedShape(value)
      return shape && value !== undefined ? [{ shape, value }] : []
    })
}

export function distanceIn(operand: Document, name: string): number | undefined {
  const value = fieldOf(operand, name)
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' && value >= 0) return value
  throw requestFailed(`${name.replace('$', '')} must be a non-negative number`)
}
