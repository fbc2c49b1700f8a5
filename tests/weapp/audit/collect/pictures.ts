import type { Picture } from '../measurements'
import { isShown, scope } from './scope'

/** Every picture of the page, as it came and as it is shown. Waits for those that are still on their way. */
export async function pictures(): Promise<Picture[]> {
  const images = [...scope().querySelectorAll<HTMLImageElement>('wx-image img')].filter(isShown)
  return Promise.all(
    images.map(async (image) => {
      await image.decode()
      const { width, height } = image.getBoundingClientRect()
      const place = image.closest('wx-image')
      return {
        where: place?.getAttribute('aria-label') || place?.className || image.src.slice(0, 40),
        natural: { width: image.naturalWidth, height: image.naturalHeight },
        shown: { width: Math.round(width), height: Math.round(height) },
        bytes: place && wasPainted(place) ? 0 : (await (await fetch(image.src)).blob()).size,
      }
    }),
  )
}

/** A picture that the page painted on a canvas has a file on the phone, and was never loaded. */
function wasPainted(image: Element): boolean {
  const node = '__wxElement' in image ? (image.__wxElement as { data?: { src?: unknown } }) : undefined
  return String(node?.data?.src).startsWith('wxfile:')
}
