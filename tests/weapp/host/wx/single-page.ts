/**
 * Interfaces that WeChat refuses in the single page that a Moments link opens (scene 1154): whatever needs a login, leaves
 * the page, or asks the person for something.
 */
const forbidden: ReadonlySet<string> = new Set([
  ...[
    'navigateTo',
    'redirectTo',
    'reLaunch',
    'switchTab',
    'navigateBack',
    'navigateToMiniProgram',
    'openEmbeddedMiniProgram',
  ],
  ...[
    'login',
    'checkSession',
    'getUserProfile',
    'getUserInfo',
    'authorize',
    'openSetting',
    'getSetting',
    'getPhoneNumber',
  ],
  ...[
    'requestPayment',
    'requestMerchantTransfer',
    'requestSubscribeMessage',
    'chooseAddress',
    'chooseImage',
    'chooseMedia',
    'chooseLocation',
  ],
  ...['getLocation', 'openLocation', 'scanCode', 'makePhoneCall', 'saveImageToPhotosAlbum', 'openDocument'],
  ...['previewImage', 'previewMedia', 'addCard', 'openCustomerServiceChat', 'getWeRunData', 'startRecord'],
  ...['showShareMenu', 'hideShareMenu', 'updateShareMenu', 'shareFileMessage', 'openChannelsActivity'],
])

export const isForbiddenInSinglePage = (name: string): boolean => forbidden.has(name)
