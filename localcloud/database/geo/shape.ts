import { requestFailed } from '../failure'
import { fieldOf, isDocument, type Value } from '../value'
import { angleBetween, angleToSegment, ringHolds, segmentsCross, touches, type Vector, vectorOf } from './sphere'

/** A GeoJSON geometry: single points, lines, and polygons of an outer ring and holes. */
export interface Shape {
  points: Vector[]
  lines: Vector[][]
  polygons: Vector[][][]
}

/** Reads GeoJSON. Fails in MongoDB's words on anything else. */
export function shapeOf(value: Value | undefined): Shape {
  const none: Shape = { points: [], lines: [], polygons: [] }
  const type = isDocument(value) ? fieldOf(value, 'type') : undefined
  const coordinates = isDocument(value) ? fieldOf(value, 'coordinates') : undefined
  switch (type) {
    case 'Point':
      return { ...none, points: [place(coordinates)] }
    case 'MultiPoint':
      return { ...none, points: each(coordinates, place) }
    case 'LineString':
      return { ...none, lines: [line(coordinates)] }
    case 'MultiLineString':
      return { ...none, lines: each(coordinates, line) }
    case 'Polygon':
      return { ...none, polygons: [each(coordinates, ring)] }
    case 'MultiPolygon':
      return { ...none, polygons: each(coordinates, (polygon) => each(polygon, ring)) }
    default:
      throw requestFailed(`unknown GeoJSON type: ${JSON.stringify(value ?? null)}`)
  }
}

/** The shape a stored value has, or undefined when it is none: such a document is never found. */
export function storedShape(value: Value | undefined): Shape | undefined {
  try {
    return shapeOf(value)
  } catch {
    return undefined
  }
}

function each<Part>(value: Value | undefined, read: (part: Value) => Part): Part[] {
  if (!Array.isArray(value) || value.length === 0) throw requestFailed('GeoJSON coordinates must be an array')
  return value.map(read)
}

function place(value: Value | undefined): Vector {
  const [longitude, latitude] = Array.isArray(value) ? value : []
  if (typeof longitude !== 'number' || typeof latitude !== 'number')
    throw requestFailed('Point must only contain numeric elements')
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
    throw requestFailed(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`)
  return vectorOf(longitude, latitude)
}

function line(value: Value | undefined): Vector[] {
  const places = each(value, place)
  if (places.length < 2) throw requestFailed('GeoJSON LineString must have at least 2 vertices')
  return places
}

function ring(value: Value): Vector[] {
  const places = each(value, place)
  const [first] = places
  const last = places.at(-1)
  if (places.length < 4 || !first || !last || !touches(angleBetween(first, last)))
    throw requestFailed('Loop is not closed, or has fewer than 4 vertices')
  return places
}

/** The angle from a point to the nearest place of a shape; 0 inside. */
export function angleTo(point: Vector, shape: Shape): number {
  if (shape.polygons.some((polygon) => polygonHolds(polygon, point))) return 0
  const toPoints = shape.points.map((one) => angleBetween(point, one))
  const toEdges = edgesOf(shape).map(([from, to]) => angleToSegment(point, from, to))
  return Math.min(...toPoints, ...toEdges)
}

/** Whether the shapes share a place; touching counts. */
export function shapesMeet(a: Shape, b: Shape): boolean {
  return (
    cornersOf(a).some((corner) => touches(angleTo(corner, b))) ||
    cornersOf(b).some((corner) => touches(angleTo(corner, a))) ||
    edgesOf(a).some(([from, to]) => edgesOf(b).some(([start, end]) => segmentsCross(from, to, start, end)))
  )
}

/** Whether all of `inner` lies within the polygons of `outer`; on the edge counts. */
export function shapeWithin(inner: Shape, outer: Shape): boolean {
  return (
    cornersOf(inner).every((corner) => touches(angleTo(corner, outer))) &&
    !edgesOf(inner).some(([from, to]) => edgesOf(outer).some(([start, end]) => segmentsCross(from, to, start, end)))
  )
}

/** Whether all corners of a shape lie within an angle of a point. */
export const withinAngle = (shape: Shape, centre: Vector, angle: number): boolean =>
  cornersOf(shape).every((corner) => angleBetween(corner, centre) <= angle)

export const pointVector = place

function polygonHolds([outer = [], ...holes]: Vector[][], point: Vector): boolean {
  return ringHolds(outer, point) && !holes.some((hole) => ringHolds(hole, point))
}

const ringsAndLines = ({ lines, polygons }: Shape): Vector[][] => [...lines, ...polygons.flat()]

const cornersOf = (shape: Shape): Vector[] => [...shape.points, ...ringsAndLines(shape).flat()]

const edgesOf = (shape: Shape): (readonly [Vector, Vector])[] =>
  ringsAndLines(shape).flatMap((corners) =>
    corners.slice(1).map((corner, at) => [corners[at] ?? corner, corner] as const),
  )
