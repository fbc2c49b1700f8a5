import type { ThemeConfig } from 'antd'

export const colours = {
  primary: '#0b6b7a',
  deep: '#083d47',
  ground: '#f4f6f7',
  ink: '#1c2830',
  ink2: '#4d5c66',
  ink3: '#6a7883',
  line: '#e1e7ea',
  good: '#1b7f4b',
  warn: '#9a5b00',
  bad: '#b3261e',
}

const font =
  "-apple-system, 'PingFang SC', 'Segoe UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"
export const mono = "ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace"

/** A tool that is looked at for hours: quiet, dense, one hue. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.primary,
    colorLink: colours.primary,
    colorSuccess: colours.good,
    colorWarning: colours.warn,
    colorError: colours.bad,
    colorInfo: colours.primary,
    // From hues as deep as these Ant Design derives grounds that look soiled.
    colorSuccessBg: '#e7f5ec',
    colorSuccessBorder: '#b5dec6',
    colorWarningBg: '#fff4df',
    colorWarningBorder: '#f0d4a0',
    colorErrorBg: '#fdeeec',
    colorErrorBorder: '#f2c2bd',
    colorInfoBg: '#e8f4f6',
    colorInfoBorder: '#b4dae0',
    colorText: colours.ink,
    colorTextSecondary: colours.ink2,
    colorTextTertiary: colours.ink3,
    colorTextDescription: colours.ink3,
    colorTextPlaceholder: '#7d8a94',
    colorBgLayout: colours.ground,
    colorBorderSecondary: colours.line,
    borderRadius: 6,
    borderRadiusLG: 10,
    fontFamily: font,
    fontFamilyCode: mono,
    fontSize: 14,
  },
  components: {
    Layout: { siderBg: colours.deep, headerBg: '#ffffff', headerHeight: 56, headerPadding: '0 20px' },
    Menu: {
      darkItemBg: colours.deep,
      darkSubMenuItemBg: colours.deep,
      darkItemSelectedBg: '#0f7f90',
      darkItemColor: '#c9dbdf',
      darkGroupTitleColor: '#8fb0b7',
      itemHeight: 36,
      itemMarginBlock: 2,
    },
    Table: {
      headerBg: '#f7f9fa',
      headerColor: colours.ink2,
      headerSplitColor: 'transparent',
      cellPaddingBlockMD: 9,
      cellPaddingInlineMD: 16,
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Card: { headerFontSize: 15, headerHeight: 46, headerPadding: 16, bodyPadding: 16 },
    Tabs: { horizontalMargin: '0 0 16px' },
  },
}
