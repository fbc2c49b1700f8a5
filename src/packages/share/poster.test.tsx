import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cloudAnswers } from '../../../tests/fixtures/cloud-answers'
import { resetPhone } from '../../../tests/stubs/taro'
import PosterPage from './pages/poster'
import { posterPicture } from './poster/canvas'

vi.mock('./poster/canvas', () => ({ CANVAS_ID: 'poster-canvas', posterPicture: vi.fn() }))

const poster = {
  shareId: 'AbCd1234EfGh5678',
  codeUrl: 'https://code.example/1.png',
  title: '车主回馈，每天抽奖',
  lines: ['金秋车主回馈季', '9 月 1 日至 12 月 31 日'],
}
const painted = { name: '活动海报：车主回馈，每天抽奖。金秋车主回馈季，9 月 1 日至 12 月 31 日' }

function open() {
  cloudAnswers({ 'draw-chances.poster': { data: poster } })
  return render(<PosterPage />)
}

beforeEach(() => {
  resetPhone()
  vi.resetAllMocks()
  vi.mocked(posterPicture).mockResolvedValue('wxfile://poster.png')
})
afterEach(cleanup)

describe('海报', () => {
  test('画好后可以保存到相册', async () => {
    open()
    await screen.findByRole('img', painted)
    fireEvent.click(screen.getByRole('button', { name: '保存到相册' }))
    expect(await screen.findByText('已保存，可以发送给朋友。')).toBeTruthy()
    expect(Taro.saveImageToPhotosAlbum).toHaveBeenCalledWith({ filePath: 'wxfile://poster.png' })
  })

  test('没有允许相册：指到设置，允许后接着保存', async () => {
    open()
    await screen.findByRole('img', painted)
    const denied = { errMsg: 'saveImageToPhotosAlbum:fail auth deny' }
    vi.mocked(Taro.saveImageToPhotosAlbum).mockRejectedValueOnce(denied)
    fireEvent.click(screen.getByRole('button', { name: '保存到相册' }))
    expect(await screen.findByText(/您没有允许保存到相册/)).toBeTruthy()
    vi.mocked(Taro.openSetting).mockResolvedValue({
      authSetting: { 'scope.writePhotosAlbum': true },
      subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
      errMsg: 'ok',
    })
    fireEvent.click(screen.getByRole('button', { name: '打开设置' }))
    expect(await screen.findByText('已保存，可以发送给朋友。')).toBeTruthy()
  })

  test('没有同意隐私指引：说明原因，不指到设置，可以再点', async () => {
    open()
    await screen.findByRole('img', painted)
    const refused = { errMsg: 'saveImageToPhotosAlbum:fail privacy permission is not authorized', errno: 104 }
    vi.mocked(Taro.saveImageToPhotosAlbum).mockRejectedValueOnce(refused)
    fireEvent.click(screen.getByRole('button', { name: '保存到相册' }))
    expect(await screen.findByText(/需要您同意隐私指引/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '打开设置' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '保存到相册' }))
    expect(await screen.findByText('已保存，可以发送给朋友。')).toBeTruthy()
  })

  test('改了主意不保存，不打扰', async () => {
    open()
    await screen.findByRole('img', painted)
    vi.mocked(Taro.saveImageToPhotosAlbum).mockRejectedValueOnce({ errMsg: 'saveImageToPhotosAlbum:fail cancel' })
    fireEvent.click(screen.getByRole('button', { name: '保存到相册' }))
    await vi.waitFor(() => expect(Taro.saveImageToPhotosAlbum).toHaveBeenCalled())
    expect(screen.queryByText(/没有/)).toBeNull()
    expect(screen.getByRole('button', { name: '保存到相册' })).toBeTruthy()
  })

  test('画不出来：内容照样看得到，可以截屏或重新生成', async () => {
    vi.mocked(posterPicture).mockRejectedValueOnce(new Error('no canvas 2d'))
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    open()
    expect(await screen.findByText(/可以截屏保存/)).toBeTruthy()
    expect(screen.getByText('车主回馈，每天抽奖')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '重新生成' }))
    expect(await screen.findByRole('img', painted)).toBeTruthy()
  })

  test('上次看过的海报先显示，但旧的小程序码不画进图片', async () => {
    const first = open()
    await screen.findByRole('img', painted)
    first.unmount()
    vi.mocked(posterPicture).mockClear()
    cloudAnswers({})
    render(<PosterPage />)
    expect(screen.getByText('车主回馈，每天抽奖')).toBeTruthy()
    expect(posterPicture).not.toHaveBeenCalled()
  })
})

test('等待时是骨架', () => {
  cloudAnswers({})
  render(<PosterPage />)
  expect(screen.getByRole('status', { name: '正在加载' })).toBeTruthy()
})

test('活动已结束：一句话和返回抽奖', async () => {
  const message = '活动已经结束，感谢您的参与。'
  cloudAnswers({ 'draw-chances.poster': { refused: 'campaign-over', message } })
  render(<PosterPage />)
  expect(await screen.findByText(message)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '返回抽奖' }))
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/draw/index' })
})

test('没有登录：说明原因，可以重新加载', async () => {
  cloudAnswers({ 'draw-chances.poster': { refused: 'not-signed-in', message: '请在微信中打开小程序后再试。' } })
  render(<PosterPage />)
  expect(await screen.findByText('请在微信中打开小程序后再试。')).toBeTruthy()
  cloudAnswers({ 'draw-chances.poster': { data: poster } })
  fireEvent.click(screen.getByRole('button', { name: '重新加载' }))
  expect(await screen.findByRole('img', painted)).toBeTruthy()
})
