import type { MakeBuiltIn } from './built-in'
import { button } from './button'
import { canvas } from './canvas'
import { image } from './image'
import { officialAccount } from './official-account'
import { scrollView } from './scroll-view'
import { switchControl } from './switch'
import type { BuiltInName } from './templates'
import { textField } from './text-field'

/** To imitate one more: its file here, its template, and its tag in package/tags.ts. */
export const builtIns: Record<BuiltInName, MakeBuiltIn> = {
  'wx-button': button,
  'wx-canvas': canvas,
  'wx-image': image,
  'wx-input': textField,
  'wx-official-account': officialAccount,
  'wx-scroll-view': scrollView,
  'wx-switch': switchControl,
  'wx-textarea': textField,
}
