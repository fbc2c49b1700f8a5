import { requestFailed } from '../failure'
import { compileFilter } from '../filter'
import { distanceIn, nearest } from '../geo/geo-condition'
import { pointVector } from '../geo/shape'
import { EARTH_RADIUS_M } from '../geo/sphere'
import { type Document, isDocument, type Value } from '../value'
import { withPath } from './flow'
import type { StageCompiler, StageContext } from './stage'

/** `$geoNear`: documents in order of their distance from a point, which is added to each. Metres for GeoJSON, radians for `[lng, lat]`. */
export const geoNear: StageCompiler = (operand, context) => {
  if (!isDocument(operand)) throw requestFailed('$geoNear requires an object')
  const { near, distanceField, distanceMultiplier = 1, includeLocs, query = {}, limit, num } = operand
  if (typeof distanceField !== 'string') throw requestFailed("$geoNear requires a 'distanceField' option as a String")
  if (typeof distanceMultiplier !== 'number' || distanceMultiplier < 0)
    throw requestFailed('distanceMultiplier must be a nonnegative number')
  if (!isDocument(query)) throw requestFailed('query must be an object')
  const { from, unit } = pointIn(near ?? null)
  const path = indexedPath(operand, context)
  const filter = compileFilter(query)
  if (filter.near) throw requestFailed("$near is not allowed inside of a $geoNear stage's query")
  const most = distanceIn(operand, 'maxDistance') ?? Number.POSITIVE_INFINITY
  const least = distanceIn(operand, 'minDistance') ?? 0
  const count = num ?? limit
  if (count !== undefined && (typeof count !== 'number' || count < 1)) throw requestFailed('limit must be positive')
  return (documents) => {
    const found = documents.filter(filter.test).flatMap((document) => {
      const place = nearest(document, path, from)
      const distance = place && place.metres / unit
      return distance !== undefined && distance >= least && distance <= most
        ? [{ document, distance, value: place?.value ?? null }]
        : []
    })
    found.sort((a, b) => a.distance - b.distance)
    return found.slice(0, count).map(({ document, distance, value }): Document => {
      const measured = withPath(document, distanceField.split('.'), distance * distanceMultiplier)
      return typeof includeLocs === 'string' ? withPath(measured, includeLocs.split('.'), value) : measured
    })
  }
}

function pointIn(near: Value) {
  if (Array.isArray(near)) return { from: pointVector(near), unit: EARTH_RADIUS_M }
  if (isDocument(near) && near.type === 'Point') return { from: pointVector(near.coordinates), unit: 1 }
  throw requestFailed("$geoNear requires a 'near' option as an Array or a GeoJSON Point")
}

/** The path to measure: `key`, or that of the only geo index. */
function indexedPath({ key }: Document, { geoPaths }: StageContext): string {
  if (key !== undefined && typeof key !== 'string') throw requestFailed("$geoNear parameter 'key' must be a string")
  const wanted = key ?? (geoPaths.length === 1 ? geoPaths[0] : undefined)
  if (wanted !== undefined && geoPaths.includes(wanted)) return wanted
  if (geoPaths.length > 1 && key === undefined)
    throw requestFailed('There is more than one 2dsphere index; unsure which to use for $geoNear')
  throw requestFailed('$geoNear requires a 2d or 2dsphere index, but none were found')
}
