import Taro from '@tarojs/taro'
import { prefersReducedMotion } from '@/cloud/platform'

/** The element's id of a section; section ids come from the terms and start with a letter of their own choice. */
export const anchorOf = (sectionId: string) => `rule-${sectionId}`

export function scrollToSection(sectionId: string): void {
  void Taro.pageScrollTo({ selector: `#${anchorOf(sectionId)}`, duration: prefersReducedMotion() ? 0 : 300 })
}
