import type { BuiltInElement, MakeBuiltIn } from './built-in'

const fits: Record<string, string> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
}

/** `<image>`: data and https addresses, and files of the package. A file that is not there is a fault, not an empty place. */
export const image: MakeBuiltIn = (weChat) => ({
  properties: ['src', 'mode', 'lazyLoad', 'webp', 'showMenuByLongpress', 'defaultSource', 'fadeIn'],
  attached(self) {
    const inner = self.inner()
    if (!(inner instanceof HTMLImageElement)) return
    inner.addEventListener('load', () => {
      keepRatio(self, inner)
      self.send('load', { width: inner.naturalWidth, height: inner.naturalHeight })
    })
    inner.addEventListener('error', () => self.send('error', { errMsg: `GET ${inner.src} fail` }))
  },
  changed(self) {
    const src = String(self.attribute('src') ?? '')
    self.show({ shown: src !== '' })
    const inner = self.inner()
    if (src === '' || !(inner instanceof HTMLImageElement)) return
    const address = /^(data|https?|cloud):/.test(src) ? src : weChat.picture(src, self.dom)
    if (address === null) weChat.report('error', `<image>: the package has no file ${src}`)
    else if (inner.getAttribute('src') !== address) inner.src = address
    const mode = String(self.attribute('mode') ?? 'scaleToFill')
    if (!(mode in fits)) weChat.report('wx', `the host does not imitate <image mode="${mode}">`)
    inner.style.objectFit = fits[mode] ?? 'fill'
  },
})

/** `widthFix` and `heightFix`: the other side follows the picture. */
function keepRatio({ dom, attribute }: BuiltInElement, { naturalWidth, naturalHeight }: HTMLImageElement): void {
  const mode = attribute('mode')
  if (mode !== 'widthFix' && mode !== 'heightFix') return
  dom.style.aspectRatio = `${naturalWidth} / ${naturalHeight}`
  dom.style[mode === 'widthFix' ? 'height' : 'width'] = 'auto'
}
