import Taro from '@tarojs/taro'
import { runsInWeChat } from '@/cloud/platform'
import { type PosterContent, paintPoster } from './paint-poster'
import { POSTER } from './paper'

export const CANVAS_ID = 'poster-canvas'

/** WeChat's canvas node, as far as it is used here. */
interface WeChatCanvas {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D
  createImage(): HTMLImageElement
}

/**
 * Paints the poster and hands it back as a picture: a file's path in WeChat, a data address in the browser.
 * @throws Error when the code cannot be loaded or the phone cannot paint
 */
export function posterPicture(content: PosterContent, codeUrl: string): Promise<string> {
  return runsInWeChat ? paintInWeChat(content, codeUrl) : paintInBrowser(content, codeUrl)
}

async function paintInWeChat(content: PosterContent, codeUrl: string): Promise<string> {
  // The canvas exists for WeChat only after the page's data has arrived there.
  await new Promise<void>((resolve) => Taro.nextTick(resolve))
  const canvas = await weChatCanvas()
  canvas.width = POSTER.width * POSTER.scale
  canvas.height = POSTER.height * POSTER.scale
  const code = await loaded(canvas.createImage(), codeUrl)
  paintPoster(canvas.getContext('2d'), content, code)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    // The typings know only browsers' canvases here.
    canvas: canvas as unknown as Taro.Canvas,
    canvasId: CANVAS_ID,
    fileType: 'png',
  })
  return tempFilePath
}

function weChatCanvas(): Promise<WeChatCanvas> {
  return new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${CANVAS_ID}`)
      .node()
      .exec(([found]: [{ node?: WeChatCanvas } | null]) => {
        if (found?.node) resolve(found.node)
        else reject(new Error('the page has no canvas'))
      })
  })
}

async function paintInBrowser(content: PosterContent, codeUrl: string): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = POSTER.width * POSTER.scale
  canvas.height = POSTER.height * POSTER.scale
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas 2d')
  const image = new Image()
  image.crossOrigin = 'anonymous'
  paintPoster(pen, content, await loaded(image, codeUrl))
  return canvas.toDataURL('image/png')
}

function loaded(image: HTMLImageElement, address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error(`no picture at ${address}`))
    image.src = address
  })
}
