import Taro from '@tarojs/taro'
import { enterScene, runsInWeChat, SINGLE_PAGE_SCENE } from './platform'

/**
 * Call once, when the app is launched. WeChat has fetched a new version in the background: the customer may begin with it
 * now, or goes on and has it at the next start. A draw under way is safe: it is kept in storage until it is answered.
 */
export function offerNewVersion(): void {
  if (!runsInWeChat || enterScene() === SINGLE_PAGE_SCENE) return
  const manager = Taro.getUpdateManager?.()
  manager?.onUpdateReady(async () => {
    const { confirm } = await Taro.showModal({
      title: '有新版本',
      content: '重新打开即可使用。您的抽奖机会和奖品都不受影响。',
      confirmText: '重新打开',
      cancelText: '以后再说',
    })
    if (confirm) manager.applyUpdate()
  })
}
