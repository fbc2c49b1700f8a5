import { Image, Text, View } from '@tarojs/components'
import { runsInWeChat } from '@/cloud/platform'
import { accessible } from '@/components/accessible'
import { PrimaryButton } from '@/components/PrimaryButton'
import { Sheet } from '@/components/Sheet'
import shareCard from './share-card.jpg'
import './ShareGuide.scss'

interface ShareGuideProps {
  open: boolean
  title: string
  onClose: () => void
  /** The preview's stand-in for WeChat's menu was pressed. */
  onPreviewShare: () => void
}

/** WeChat offers Moments only in its own menu: points there. The browser preview shows the card that WeChat would make. */
export function ShareGuide({ open, title, onClose, onPreviewShare }: ShareGuideProps) {
  if (!open) return null
  if (runsInWeChat) {
    return (
      <View
        className="share-guide"
        onClick={onClose}
        {...accessible({ role: 'dialog', label: '怎样分享到朋友圈' })}
        aria-modal="true"
      >
        <View className="share-guide__arrow" {...accessible({ hidden: true })} />
        <View className="share-guide__card">
          <Text className="share-guide__step">点右上角“···”</Text>
          <Text className="share-guide__step">再点“分享到朋友圈”</Text>
          <View className="share-guide__close" onClick={onClose} {...accessible({ role: 'button', label: '关闭' })}>
            <Text>点任意处关闭</Text>
          </View>
        </View>
      </View>
    )
  }
  return (
    <Sheet
      open
      title="分享到朋友圈（预览）"
      onClose={onClose}
      foot={<PrimaryButton onClick={onPreviewShare}>点击分享到朋友圈</PrimaryButton>}
    >
      <Text className="share-guide__note">在微信里，从右上角“···”点“分享到朋友圈”，朋友看到的是这样：</Text>
      <View className="share-guide__moment">
        <Image className="share-guide__picture" src={shareCard} mode="aspectFill" />
        <Text className="share-guide__title">{title}</Text>
      </View>
    </Sheet>
  )
}
