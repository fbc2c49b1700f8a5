import type { Fields } from '../sdk'
import { type Bench, type OperatorCase, refused } from './operator-case'

interface Geo {
  Point(longitude: number, latitude: number): unknown
  LineString(points: unknown[]): unknown
  Polygon(lines: unknown[]): unknown
  MultiPoint(points: unknown[]): unknown
  MultiLineString(lines: unknown[]): unknown
  MultiPolygon(polygons: unknown[]): unknown
}
const geoOf = ({ db }: Bench): Geo => Reflect.get(db, 'Geo')
const point = (bench: Bench, longitude: number, latitude: number) => geoOf(bench).Point(longitude, latitude)
const line = (bench: Bench, ...corners: [number, number][]) =>
  geoOf(bench).LineString(corners.map((at) => point(bench, ...at)))
const square = (bench: Bench, west: number, south: number, east: number, north: number) =>
  line(bench, [west, south], [east, south], [east, north], [west, north], [west, south])

/** Branches along a meridian: a degree of latitude is 111.3 km with MongoDB's earth. */
const branches = (bench: Bench): Fields[] => [
  { _id: 'far', at: point(bench, 113.3, 24.1) },
  { _id: 'near', at: point(bench, 113.3, 23.11) },
  { _id: 'here', at: point(bench, 113.3, 23.1) },
  { _id: 'road', at: line(bench, [113.0, 23.05], [113.6, 23.05]) },
  { _id: 'nowhere' },
]

function searching(operator: string, says: string, where: (bench: Bench) => unknown, gives: unknown): OperatorCase {
  return {
    operator,
    says,
    gives,
    run: async (bench) => {
      const collection = await bench.placesOf(branches(bench))
      return (await collection.where(where(bench)).get()).data.map(({ _id }) => _id)
    },
  }
}

const near = (bench: Bench, more: Fields = {}) => bench._.geoNear?.({ geometry: point(bench, 113.3, 23.1), ...more })

export const geoCases: OperatorCase[] = [
  searching('geoNear', 'the nearest first; what is nowhere is not found', (bench) => ({ at: near(bench) }), [
    'here',
    'near',
    'road',
    'far',
  ]),
  searching(
    'geoNear',
    'not farther, not nearer, in metres',
    (bench) => ({ at: near(bench, { minDistance: 1000, maxDistance: 6000 }) }),
    ['near', 'road'],
  ),
  searching('geoNear', 'beside another condition', (bench) => ({ at: near(bench), _id: bench._.neq?.('here') }), [
    'near',
    'road',
    'far',
  ]),
  {
    operator: 'geoNear',
    says: 'needs a geo index, as production does',
    gives: refused(/unable to find index for \$geoNear query/),
    run: async (bench) => (await bench.collectionOf(branches(bench))).where({ at: near(bench) }).get(),
  },
  {
    operator: 'geoNear',
    says: 'cannot be counted',
    gives: refused(/not allowed in this context/),
    run: async (bench) => (await bench.placesOf(branches(bench))).where({ at: near(bench) }).count(),
  },
  searching(
    'geoWithin',
    'inside a polygon, whole lines too',
    (bench) => ({ at: bench._.geoWithin?.({ geometry: geoOf(bench).Polygon([square(bench, 112, 23, 114, 23.105)]) }) }),
    ['here', 'road'],
  ),
  searching(
    'geoWithin',
    'not inside its hole',
    (bench) => ({
      at: bench._.geoWithin?.({
        geometry: geoOf(bench).Polygon([square(bench, 112, 23, 114, 25), square(bench, 113.2, 23.09, 113.4, 23.2)]),
      }),
    }),
    ['far', 'road'],
  ),
  searching(
    'geoWithin',
    'inside one of several',
    (bench) => ({
      at: bench._.geoWithin?.({
        geometry: geoOf(bench).MultiPolygon([
          geoOf(bench).Polygon([square(bench, 113, 24, 114, 25)]),
          geoOf(bench).Polygon([square(bench, 113.2, 23.105, 113.4, 23.2)]),
        ]),
      }),
    }),
    ['far', 'near'],
  ),
  searching(
    'geoWithin',
    'inside a circle, its radius as an angle',
    (bench) => ({ at: bench._.geoWithin?.({ centerSphere: [point(bench, 113.3, 23.1), 2000 / 6_378_100] }) }),
    ['near', 'here'],
  ),
  searching(
    'geoIntersects',
    'a line across a line',
    (bench) => ({ at: bench._.geoIntersects?.({ geometry: line(bench, [113.3, 23], [113.3, 23.08]) }) }),
    ['road'],
  ),
  searching(
    'geoIntersects',
    'a polygon with what is in it or crosses it',
    (bench) => ({
      at: bench._.geoIntersects?.({ geometry: geoOf(bench).Polygon([square(bench, 113.2, 23, 113.4, 23.105)]) }),
    }),
    ['here', 'road'],
  ),
  searching(
    'geoIntersects',
    'a point with itself',
    (bench) => ({ at: bench._.geoIntersects?.({ geometry: point(bench, 113.3, 23.11) }) }),
    ['near'],
  ),
  searching(
    'geoIntersects',
    'any of several points',
    (bench) => ({
      at: bench._.geoIntersects?.({
        geometry: geoOf(bench).MultiPoint([point(bench, 113.3, 23.11), point(bench, 113.3, 24.1)]),
      }),
    }),
    ['far', 'near'],
  ),
  {
    operator: 'geoNear stage',
    says: 'adds the distance in metres',
    gives: [
      { _id: 'here', far: 0 },
      { _id: 'near', far: 1113 },
    ],
    run: async (bench) => {
      const aggregate = (await bench.placesOf(branches(bench))).aggregate()
      const stage = {
        near: point(bench, 113.3, 23.1),
        distanceField: 'far',
        spherical: true,
        limit: 2,
      }
      Reflect.apply(Reflect.get(aggregate, 'geoNear'), aggregate, [stage])
      const { list } = await aggregate.project({ far: 1 }).end()
      return list.map(({ _id, far }) => ({ _id, far: Math.round(Number(far)) }))
    },
  },
  {
    operator: 'geoNear stage',
    says: 'only in front',
    gives: refused(/\$geoNear is only valid as the first stage/),
    run: async (bench) => {
      const aggregate = (await bench.placesOf([])).aggregate().limit(1)
      Reflect.apply(Reflect.get(aggregate, 'geoNear'), aggregate, [{ near: point(bench, 0, 0), distanceField: 'd' }])
      return aggregate.end()
    },
  },
  {
    operator: 'geo index',
    says: 'takes nothing that is no place',
    gives: refused(/Can't extract geo keys: longitude\/latitude is out of bounds, lng: 300 lat: 0/),
    run: (bench) => bench.placesOf([{ _id: 1, at: { type: 'Point', coordinates: [300, 0] } }]),
  },
]
