import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalCloud } from '#localcloud/local-cloud'
import { startSampleCloud } from './sample-cloud'

const base64 = (text: string) => Buffer.from(text).toString('base64')

describe.each(['in memory', 'on disk'])('storage %s, through the SDK', (where) => {
  let cloud: LocalCloud
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'localcloud-storage-'))
    cloud = await startSampleCloud(where === 'on disk' ? { data: folder } : {})
  })
  afterAll(async () => {
    await cloud.stop()
    await rm(folder, { recursive: true })
  })
  const files = async (event: Record<string, unknown>) => Object((await cloud.call('files', event)).result)

  it('uploadFile, downloadFile: the same bytes come back', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 0, 128]).toString('base64')
    const { fileID } = await files({ operation: 'upload', cloudPath: 'posters/2026/a.png', content: bytes })
    expect(fileID).toMatch(/^cloud:\/\/local\.[^/]+\/posters\/2026\/a\.png$/)
    expect(await files({ operation: 'download', fileID })).toEqual(Object(bytes))
  })

  it('getTempFileURL: an address that can be fetched, with the type of the file', async () => {
    const { fileID } = await files({
      operation: 'upload',
      cloudPath: '海报/双十一 活动.svg',
      content: base64('<svg/>'),
    })
    const { fileList } = await files({ operation: 'links', fileList: [fileID] })
    expect(fileList).toMatchObject([{ fileID, status: 0 }])
    const response = await fetch(fileList[0].tempFileURL)
    expect(await response.text()).toBe('<svg/>')
    expect(response.headers.get('content-type')).toBe('image/svg+xml')
    expect((await fetch(fileList[0].tempFileURL, { method: 'HEAD' })).headers.get('content-length')).toBe('6')
  })

  it('a path may be a file and the beginning of another, and a second upload replaces the first', async () => {
    const upload = (cloudPath: string, text: string) => files({ operation: 'upload', cloudPath, content: base64(text) })
    const { fileID } = await upload('same', 'first')
    await upload('same/below', 'other')
    await upload('same', 'second')
    expect(await files({ operation: 'download', fileID })).toEqual(Object(base64('second')))
  })

  it('deleteFile: gone for links and downloads; a file that is not there is said to be so', async () => {
    const { fileID } = await files({ operation: 'upload', cloudPath: 'gone.txt', content: base64('x') })
    const missing = `${fileID}.not`
    const { fileList } = await files({ operation: 'remove', fileList: [fileID, missing] })
    expect(fileList).toMatchObject([
      { fileID, status: 0 },
      { fileID: missing, status: -503003 },
    ])
    const links = await files({ operation: 'links', fileList: [fileID] })
    expect(links.fileList).toMatchObject([{ fileID, status: -503003, tempFileURL: '' }])
  })

  it.each(['../outside', 'a/../../outside', '/absolute', 'a//b', './a', 'a\\b', 'a?b', 'a#b', 'a%2e', '', 'a\u0000b'])(
    'the path %j is refused',
    async (cloudPath) => {
      const { errMsg } = await files({ operation: 'upload', cloudPath, content: base64('x') })
      expect(errMsg).toMatch(/path/)
    },
  )

  it('nothing can be put without a permit, nor elsewhere than permitted, nor fetched from outside', async () => {
    const put = (path: string, permit: string) =>
      fetch(`${cloud.url}/storage/${path}`, { method: 'PUT', body: 'x', headers: { authorization: permit } })
    const refused = await put('forged.txt', 'no permit')
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('<Code>AccessDenied</Code>')
    expect((await fetch(`${cloud.url}/storage/forged.txt`)).status).toBe(404)
    expect((await fetch(`${cloud.url}/storage/..%2f..%2fclock.json`)).status).toBe(400)
    expect((await fetch(`${cloud.url}/storage/%E0%A4%A`)).status).toBe(400)
  })

  it.runIf(where === 'on disk')('is still there after a restart', async () => {
    const { fileID } = await files({ operation: 'upload', cloudPath: 'kept.txt', content: base64('kept') })
    await cloud.stop()
    expect(await readdir(join(folder, 'storage'))).not.toHaveLength(0)
    cloud = await startSampleCloud({ data: folder })
    expect(await files({ operation: 'download', fileID })).toEqual(Object(base64('kept')))
  })
})
