import type { Colour, TextColour } from '../measurements'
import { scope, shownTexts } from './scope'

type WithAlpha = readonly [red: number, green: number, blue: number, alpha: number]

/** Each text's colour and the flat colour behind it. Controls that are switched off are left out, as WCAG leaves them out. */
export function colours(): TextColour[] {
  return shownTexts(scope())
    .filter(({ parent }) => parent.closest('[aria-disabled="true"]') === null)
    .flatMap(({ node, parent }) => {
      const style = getComputedStyle(parent)
      const colour = read(style.color)
      if (!colour) return []
      const ground = groundOf(parent)
      return [
        {
          text: node.data.trim().slice(0, 24),
          size: Number.parseFloat(style.fontSize),
          weight: Number(style.fontWeight),
          colour: ground ? over(faded(colour, parent), ground) : solid(colour),
          ground,
        },
      ]
    })
}

/** The colours of all boxes around the text, one upon the other; null when one of them is a picture or a gradient. */
function groundOf(element: Element): Colour | null {
  const layers: WithAlpha[] = []
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at)
    if (backgroundImage !== 'none') return null
    const colour = read(backgroundColor)
    if (!colour) return null
    layers.push(colour)
    if (colour[3] === 1) break
  }
  return layers.reduceRight<Colour>((below, layer) => over(layer, below), [255, 255, 255])
}

/** Opacity of the boxes around it makes a text paler as well. */
function faded([red, green, blue, alpha]: WithAlpha, element: Element): WithAlpha {
  let share = alpha
  for (let at: Element | null = element; at; at = at.parentElement) share *= Number(getComputedStyle(at).opacity)
  return [red, green, blue, share]
}

const solid = ([red, green, blue]: WithAlpha): Colour => [red, green, blue]

const over = ([red, green, blue, alpha]: WithAlpha, below: Colour): Colour => [
  red * alpha + below[0] * (1 - alpha),
  green * alpha + below[1] * (1 - alpha),
  blue * alpha + below[2] * (1 - alpha),
]

/** `rgb(…)` and `rgba(…)`, in which browsers give every colour of sRGB. */
function read(colour: string): WithAlpha | null {
  const [red, green, blue, alpha = 1] = [...(/^rgba?\((.*)\)$/.exec(colour)?.[1] ?? '').matchAll(/[\d.]+/g)].map(Number)
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue, alpha]
}
