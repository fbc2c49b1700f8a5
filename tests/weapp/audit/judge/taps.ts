import type { Box, TapArea } from '../measurements'
import type { Finding } from './breach'

const side = 44
/** Half a pixel is lost to rounding when a browser lays out fractions. */
const rounding = 0.5

/** Areas for a finger are large enough, apart from each other, and have a role and a name that a screen reader speaks. */
export function judgeTaps(areas: readonly TapArea[]): Finding[] {
  const small = areas.filter(({ box, within }) => isSmall(box) && !within.some((index) => isLarge(areas[index])))
  const pairs = areas.flatMap((area, index) =>
    areas.slice(index + 1).flatMap((other, further): [TapArea, TapArea][] => {
      const nested = area.within.includes(index + 1 + further) || other.within.includes(index)
      return !nested && overlap(area.box, other.box) ? [[area, other]] : []
    }),
  )
  return [
    ...small.map(({ name, box }) => ({
      what: `tap area of “${name}”`,
      measured: `${Math.round(box.width)} × ${Math.round(box.height)} px`,
      allowed: `at least ${side} × ${side} px`,
    })),
    ...pairs.map(([area, other]) => ({
      what: `tap areas of “${area.name}” and “${other.name}”`,
      measured: 'overlapping',
      allowed: 'apart',
    })),
    ...areas
      .filter(({ hasRole }) => !hasRole)
      .map(({ name }) => ({ what: `“${name}” can be tapped`, measured: 'no role', allowed: 'a role' })),
    ...areas
      .filter(({ isNamed }) => !isNamed)
      .map(({ name }) => ({ what: `“${name}” can be tapped`, measured: 'no words for it', allowed: 'a name' })),
  ]
}

const isSmall = ({ width, height }: Box) => width < side - rounding || height < side - rounding
const isLarge = (area: TapArea | undefined) => area !== undefined && !isSmall(area.box)

const overlap = (one: Box, other: Box) =>
  Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left) > 1 &&
  Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top) > 1
