import { canvasBehind } from '../canvas-node'
import { Refused } from '../refused'
import type { Asynchronous } from './typed'
import type { WxWorld } from './world'

const albumScope = 'scope.writePhotosAlbum'

/** Pictures that the mini-program makes, and the phone's album. */
export function pictures({ device, temporaryFiles }: WxWorld): Asynchronous {
  return {
    canvasToTempFilePath: ({ canvas, fileType = 'png' }) => {
      const painted = canvasBehind(canvas)
      if (!painted) throw new Refused('canvas is not a canvas node')
      const tempFilePath = `wxfile://tmp_${temporaryFiles.size + 1}.${fileType}`
      temporaryFiles.set(tempFilePath, painted.toDataURL(`image/${fileType === 'jpg' ? 'jpeg' : 'png'}`))
      return { tempFilePath }
    },
    saveImageToPhotosAlbum: ({ filePath }) => {
      const picture = temporaryFiles.get(filePath)
      if (!device.mayWriteAlbum) throw new Refused('auth deny')
      if (picture === undefined) throw new Refused(`no such file ${filePath}`)
      device.album.push(picture)
      return undefined
    },
    openSetting: () => ({ authSetting: { [albumScope]: device.mayWriteAlbum }, subscriptionsSetting: noSubscriptions }),
  }
}

const noSubscriptions = { mainSwitch: true, itemSettings: {} }
