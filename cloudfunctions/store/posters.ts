import { cloud } from './cloud'

const PAGE = 'pages/draw/index'

/**
 * Asks WeChat for the 小程序码 that opens the draw page with this share, and keeps the picture. The file id.
 * `check_path` is off: the code may be made before the page's version has been released.
 */
export async function keepPosterCode(shareId: string): Promise<string> {
  const code = await cloud.openapi.wxacode.getUnlimited({ scene: `s=${shareId}`, page: PAGE, checkPath: false })
  const fileContent: unknown = code.buffer
  if (!Buffer.isBuffer(fileContent)) throw new Error('wxacode.getUnlimited answered no picture')
  const stored = await cloud.uploadFile({ cloudPath: `posters/${shareId}.png`, fileContent })
  return stored.fileID
}

/** An address that shows the picture for a while. @throws Error when the file is gone */
export async function posterUrl(fileId: string): Promise<string> {
  const answer = await cloud.getTempFileURL({ fileList: [fileId] })
  const url: unknown = answer ? answer.fileList[0]?.tempFileURL : null
  if (typeof url !== 'string' || url === '') throw new Error(`no address for ${fileId}`)
  return url
}
