import type { Picture } from '../measurements'
import { above, type Finding } from './breach'

/** Sharp on every phone: three of the picture's pixels for each pixel of CSS. More is only weight. */
const pixelsShown = 3
const kilobytes = 200

export const judgePictures = (pictures: readonly Picture[]): Finding[] =>
  pictures.flatMap(({ where, natural, shown, bytes }) => [
    ...above(`width of the picture ${where} (shown ${shown.width} px wide)`, natural.width, shown.width * pixelsShown),
    ...above(
      `height of the picture ${where} (shown ${shown.height} px high)`,
      natural.height,
      shown.height * pixelsShown,
    ),
    ...above(`weight of the picture ${where}`, bytes / 1024, kilobytes, ' KB'),
  ])
