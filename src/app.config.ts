/**
 * WeChat reads colours from theme.json (light and dark), which Taro's types do not know; the browser preview knows only
 * plain colours and is darkened by app.scss.
 */
const themed = <Plain extends string>(variable: string, plain: Plain) =>
  (process.env.TARO_ENV === 'h5' ? plain : variable) as Plain

export default defineAppConfig({
  pages: ['pages/draw/index', 'pages/offers/index', 'pages/mine/index'],
  subPackages: [
    { root: 'packages/rules', name: 'rules', pages: ['pages/index'] },
    { root: 'packages/fairness', name: 'fairness', pages: ['pages/index'] },
    { root: 'packages/referral', name: 'referral', pages: ['pages/index', 'pages/invitation'] },
    { root: 'packages/share', name: 'share', pages: ['pages/poster'] },
    { root: 'packages/binding', name: 'binding', pages: ['pages/index'] },
    { root: 'packages/quote', name: 'quote', pages: ['pages/index', 'pages/booking'] },
    { root: 'packages/service-pack', name: 'service-pack', pages: ['pages/index'] },
    { root: 'packages/shown-code', name: 'shown-code', pages: ['pages/index'] },
    { root: 'packages/prize-collection', name: 'prize-collection', pages: ['pages/index'] },
    { root: 'packages/redeem', name: 'redeem', pages: ['pages/index'] },
    { root: 'packages/console-login', name: 'console-login', pages: ['pages/index'] },
    { root: 'packages/bank-account', name: 'bank-account', pages: ['pages/index'] },
    { root: 'packages/my-data', name: 'my-data', pages: ['pages/index'] },
  ],
  preloadRule: {
    'pages/draw/index': { network: 'wifi', packages: ['rules', 'share'] },
    'pages/mine/index': { network: 'wifi', packages: ['rules', 'fairness', 'prize-collection'] },
    'pages/offers/index': { network: 'wifi', packages: ['binding', 'quote', 'service-pack'] },
  },
  window: {
    navigationBarTitleText: '车主回馈',
    navigationBarBackgroundColor: themed('@navigation', '#FFFFFF'),
    navigationBarTextStyle: themed('@navigationText', 'black'),
    backgroundColor: themed('@ground', '#F6F4F2'),
    backgroundTextStyle: themed('@groundText', 'dark'),
  },
  tabBar: {
    color: themed('@tab', '#5C534D'),
    selectedColor: themed('@tabSelected', '#C8161D'),
    backgroundColor: themed('@surface', '#FFFFFF'),
    borderStyle: themed('@tabBorder', 'black'),
    list: [
      {
        pagePath: 'pages/draw/index',
        text: '抽奖',
        iconPath: 'tabs/draw.png',
        selectedIconPath: 'tabs/draw-selected.png',
      },
      {
        pagePath: 'pages/offers/index',
        text: '优惠',
        iconPath: 'tabs/offers.png',
        selectedIconPath: 'tabs/offers-selected.png',
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: 'tabs/mine.png',
        selectedIconPath: 'tabs/mine-selected.png',
      },
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
})
