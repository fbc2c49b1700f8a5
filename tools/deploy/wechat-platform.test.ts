import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Uploader } from './uploader'
import { openPlatform } from './wechat-platform'

const release = { version: '1.2.0', description: 'abc', robot: 3 }

/** WeChat's uploader as far as it is used, writing down what it is given. WeChat itself cannot be reached from a test. */
function recorded() {
  const given: Record<string, unknown>[] = []
  const send = async (options: object) => {
    given.push({ ...options })
    return { subPackageInfo: [{ name: '__FULL__', size: 2048 }] }
  }
  class Project {
    constructor(readonly options: Record<string, unknown>) {}
  }
  const uploader: Uploader = { Project, preview: send, upload: send }
  return { platform: openPlatform(uploader, { appId: 'wx0123456789abcdef', keyFile: 'k.key' }), given }
}

test('the build alone is sent, never the sources', async () => {
  const { platform, given } = recorded()
  expect(await platform.upload(release)).toBe('__FULL__ 2 KB')
  expect(given[0]).toMatchObject({
    version: '1.2.0',
    desc: 'abc',
    robot: 3,
    project: {
      options: { appid: 'wx0123456789abcdef', projectPath: resolve('dist/weapp'), privateKeyPath: resolve('k.key') },
    },
  })
})

test('a preview leaves its code where it was asked to', async () => {
  const { platform, given } = recorded()
  await platform.preview(release, 'code.jpg')
  expect(given[0]).toMatchObject({ qrcodeFormat: 'image', qrcodeOutputDest: resolve('code.jpg') })
})
