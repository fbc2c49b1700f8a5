import { resolve } from 'node:path'
import type { Platform, Release } from './ports'
import type { Uploader, UploadOptions } from './uploader'

const build = 'dist/weapp'

/** WeChat through its own uploader, which wants the code upload key and, when switched on, this machine's address listed. */
export function openPlatform(uploader: Uploader, account: { appId: string; keyFile: string }): Platform {
  const options = ({ version, description, robot }: Release): UploadOptions => ({
    project: new uploader.Project({
      appid: account.appId,
      type: 'miniProgram',
      // The build has its own project.config.json: the uploader never reads our sources.
      projectPath: resolve(build),
      privateKeyPath: resolve(account.keyFile),
      ignores: ['node_modules/**/*'],
    }),
    version,
    desc: description,
    robot,
    setting: { es6: true, minify: true },
    onProgressUpdate: () => {},
  })
  return {
    async preview(release, qrCodeFile) {
      const preview = { qrcodeFormat: 'image', qrcodeOutputDest: resolve(qrCodeFile) } as const
      return sizes(await uploader.preview({ ...options(release), ...preview }))
    },
    async upload(release) {
      return sizes(await uploader.upload(options(release)))
    },
  }
}

const sizes = ({ subPackageInfo = [] }: { subPackageInfo?: { name: string; size: number }[] }) =>
  subPackageInfo.map(({ name, size }) => `${name} ${Math.ceil(size / 1024)} KB`).join(', ') || 'sent'
