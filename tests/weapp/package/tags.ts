/** WeChat's own components that this host shows as plain boxes: they have no behaviour of their own that we use. */
const plain = ['view', 'text', 'root-portal', 'cover-view']

/** Those that behave; each has its file in host/built-ins/. */
const behaving = [
  ...[
    'button',
    'canvas',
    'checkbox',
    'checkbox-group',
    'form',
    'image',
    'input',
    'label',
    'official-account',
    'picker',
  ],
  ...['radio', 'radio-group', 'scroll-view', 'swiper', 'swiper-item', 'switch', 'textarea'],
]

/** Those that exist in WeChat but not here: whoever uses one is told so by name. */
const notImitated = [
  ...['ad', 'ad-custom', 'audio', 'camera', 'channel-live', 'channel-video'],
  ...['cover-image', 'editor', 'functional-page-navigator', 'icon', 'keyboard-accessory'],
  ...[
    'live-player',
    'live-pusher',
    'map',
    'match-media',
    'movable-area',
    'movable-view',
    'navigation-bar',
    'navigator',
  ],
  ...['open-data', 'page-container', 'page-meta', 'picker-view', 'picker-view-column', 'progress'],
  ...['rich-text', 'share-element', 'slider', 'video', 'voip-room', 'web-view'],
]

export const imitatedTags: ReadonlySet<string> = new Set([...plain, ...behaving])

/** All of WeChat's tags: here they are written `wx-…`, as WeChat's own renderer writes them, so that HTML keeps its own. */
export const weChatTags: ReadonlySet<string> = new Set([...imitatedTags, ...notImitated])
