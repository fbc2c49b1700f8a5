import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { allowAlbum, type Saved, saveToAlbum } from '@/cloud/album'
import { accessible } from '@/components/accessible'
import { Mark, type MarkName } from '@/components/illustrations/Mark'
import { PrimaryButton } from '@/components/PrimaryButton'
import type { Picture } from './use-picture'
import './SavePoster.scss'

const said: Record<Saved, { mark: MarkName; words: string } | null> = {
  saved: { mark: 'tick', words: '已保存，可以发送给朋友。' },
  denied: { mark: 'lock', words: '您没有允许保存到相册。在设置中打开后即可保存，海报不会丢失。' },
  private: { mark: 'lock', words: '需要您同意隐私指引后才能保存到相册。可以再点保存，或截屏保存海报。' },
  cancelled: null,
  failed: { mark: 'cross', words: '没有保存成功，请再试一次，或长按海报保存。' },
}

interface SavePosterProps {
  picture: Picture
  /** The poster is of an earlier visit: its code may be out of date, and it is not painted. */
  stale: boolean
  onRepaint: () => void
}

/** The poster's one action, and what became of it. */
export function SavePoster({ picture, stale, onRepaint }: SavePosterProps) {
  const [outcome, setOutcome] = useState<Saved | null>(null)
  if (picture.status === 'failed') {
    return (
      <View className="save-poster">
        <Said mark="unknown" words="图片没有生成，可以截屏保存上面的海报，或重新生成。" />
        <PrimaryButton onClick={onRepaint}>重新生成</PrimaryButton>
      </View>
    )
  }
  const save = async () => {
    if (picture.status === 'painted') setOutcome(await saveToAlbum(picture.path, 'poster.png'))
  }
  const openSettings = async () => {
    if (await allowAlbum()) await save()
  }
  const result = outcome && said[outcome]
  return (
    <View className="save-poster">
      <View {...accessible({ role: 'status', live: true })}>{result && <Said {...result} />}</View>
      {outcome === 'denied' ? (
        <PrimaryButton onClick={openSettings}>打开设置</PrimaryButton>
      ) : (
        <PrimaryButton onClick={save} disabled={picture.status === 'painting'}>
          {picture.status === 'painted' ? '保存到相册' : stale ? '更新后可以保存' : '正在生成海报'}
        </PrimaryButton>
      )}
      {picture.status === 'painted' && <Text className="save-poster__hint">也可以长按海报，保存或发送给朋友。</Text>}
    </View>
  )
}

function Said({ mark, words }: { mark: MarkName; words: string }) {
  return (
    <View className={`save-poster__said save-poster__said--${mark}`}>
      <Mark name={mark} size={18} />
      <Text>{words}</Text>
    </View>
  )
}
