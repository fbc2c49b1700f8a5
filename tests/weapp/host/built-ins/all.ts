import type { MakeBuiltIn } from './built-in'
import { button } from './button'
import { canvas } from './canvas'
import { checkbox, checkboxGroup, radio, radioGroup } from './choice'
import { form } from './form'
import { image } from './image'
import { label } from './label'
import { officialAccount } from './official-account'
import { picker } from './picker'
import { scrollView } from './scroll-view'
import { swiper, swiperItem } from './swiper'
import { switchControl } from './switch'
import type { BuiltInName } from './templates'
import { textField } from './text-field'

/** To imitate one more: its file here, its template, and its tag in package/tags.ts. */
export const builtIns: Record<BuiltInName, MakeBuiltIn> = {
  'wx-button': button,
  'wx-canvas': canvas,
  'wx-checkbox': checkbox,
  'wx-checkbox-group': checkboxGroup,
  'wx-form': form,
  'wx-image': image,
  'wx-input': textField,
  'wx-label': label,
  'wx-official-account': officialAccount,
  'wx-picker': picker,
  'wx-radio': radio,
  'wx-radio-group': radioGroup,
  'wx-scroll-view': scrollView,
  'wx-swiper': swiper,
  'wx-swiper-item': swiperItem,
  'wx-switch': switchControl,
  'wx-textarea': textField,
}
