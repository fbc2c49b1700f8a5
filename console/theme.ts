import type { ThemeConfig } from 'antd'
import { colourVariables, light, sizes, sizeVariables, textSizes, textVariables } from '#values/look'

const font =
  "-apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"

/** A colour so thin that text stands on it. */
const tint = (colour: string, percent: number): string => `color-mix(in srgb, ${colour} ${percent}%, ${light.surface})`

/** The design language for Ant Design's own components. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: light.primary,
    colorLink: light.primary,
    colorSuccess: light.good,
    colorWarning: light.warn,
    colorError: light.bad,
    colorInfo: light.ink2,
    // Grounds of notices: what Ant Design mixes from such deep colours is murky.
    colorSuccessBg: tint(light.good, 8),
    colorSuccessBorder: tint(light.good, 32),
    colorWarningBg: light.cream,
    colorWarningBorder: light.creamLine,
    colorErrorBg: tint(light.bad, 6),
    colorErrorBorder: tint(light.bad, 32),
    colorInfoBg: light.ground,
    colorInfoBorder: light.line,
    colorText: light.ink,
    colorTextSecondary: light.ink2,
    colorTextTertiary: light.ink3,
    colorTextDescription: light.ink3,
    colorTextPlaceholder: light.ink3,
    colorBgLayout: light.ground,
    colorBgMask: light.veil,
    colorBorder: light.fieldLine,
    colorBorderSecondary: light.line,
    colorSplit: light.line,
    borderRadius: 8,
    borderRadiusLG: sizes.radius,
    fontFamily: font,
    fontSize: textSizes.second,
    controlHeight: 36,
    controlHeightLG: sizes.touch,
  },
  components: {
    Layout: { siderBg: light.surface, headerBg: light.surface, headerHeight: 64, headerPadding: `0 ${sizes.space5}px` },
    Menu: {
      itemHeight: sizes.touch,
      itemSelectedBg: light.cream,
      itemSelectedColor: light.primaryDeep,
      groupTitleColor: light.ink3,
      activeBarBorderWidth: 0,
    },
    Table: {
      headerBg: light.ground,
      headerColor: light.ink2,
      rowHoverBg: light.cream,
      headerSplitColor: 'transparent',
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Card: { headerFontSize: textSizes.body },
  },
}

/** The same for the console's own style sheets: CSS custom properties on the root. */
export const lookSheet = `:root{--font:${font};${[...colourVariables(light), ...sizeVariables, ...textVariables()]
  .map(([name, value]) => `${name}:${value}`)
  .join(';')}}`
