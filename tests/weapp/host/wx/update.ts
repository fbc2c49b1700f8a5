import type { Synchronous, Wx } from './typed'
import type { WxWorld } from './world'

type Manager = ReturnType<Wx['getUpdateManager']>

/** `wx.getUpdateManager`: WeChat has looked for a new version by itself, and tells whoever listens. */
export function updates({ device, life, faults, restart }: WxWorld): Synchronous {
  const found = device.newVersion
  const tell = (listener: unknown, ...given: unknown[]) =>
    void life.setTimeout(() => typeof listener === 'function' && listener(...given))
  const manager: Manager = {
    onCheckForUpdate: (listener) => tell(listener, { hasUpdate: found !== 'none' }),
    onUpdateReady: (listener) => found === 'ready' && tell(listener, { errMsg: 'onUpdateReady:ok' }),
    onUpdateFailed: (listener) => found === 'failed' && tell(listener, { errMsg: 'onUpdateFailed:ok' }),
    applyUpdate: () => {
      if (found !== 'ready') return faults.report('wx', 'applyUpdate:fail update is not ready')
      restart()
    },
  }
  return { getUpdateManager: () => manager }
}
