import { cloud } from './cloud'

/** What a poster's code opens: the draw page with somebody's share, or an invitation. `scene` has 32 characters at most. */
const opens = {
  share: { page: 'pages/draw/index', scene: (id: string) => `s=${id}`, folder: 'posters' },
  referral: {
    page: 'packages/referral/pages/invitation',
    scene: (id: string) => `r=${id}`,
    folder: 'referral-posters',
  },
}

/**
 * Asks WeChat for the 小程序码 that opens a page with this id, and keeps the picture. The file id.
 * `check_path` is off: the code may be made before the page's version has been released.
 */
export async function keepPosterCode(id: string, of: keyof typeof opens): Promise<string> {
  const { page, scene, folder } = opens[of]
  const code = await cloud.openapi.wxacode.getUnlimited({ scene: scene(id), page, checkPath: false })
  const fileContent: unknown = code.buffer
  if (!Buffer.isBuffer(fileContent)) throw new Error('wxacode.getUnlimited answered no picture')
  const stored = await cloud.uploadFile({ cloudPath: `${folder}/${id}.png`, fileContent })
  return stored.fileID
}

/** An address that shows the picture for a while. @throws Error when the file is gone */
export async function posterUrl(fileId: string): Promise<string> {
  const answer = await cloud.getTempFileURL({ fileList: [fileId] })
  const url: unknown = answer ? answer.fileList[0]?.tempFileURL : null
  if (typeof url !== 'string' || url === '') throw new Error(`no address for ${fileId}`)
  return url
}
