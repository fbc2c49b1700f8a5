import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { copyText } from '@/cloud/platform'
import { PrimaryButton } from '@/components/PrimaryButton'
import { Sheet } from '@/components/Sheet'
import './Follow.scss'
import accountCode from './official-account.png'

interface FollowSheetProps {
  open: boolean
  accountName: string
  onClose: () => void
}

/** The way to the official account that always works: its code to press and hold, or its name to search for. */
export function FollowSheet({ open, accountName, onClose }: FollowSheetProps) {
  const copy = async () => {
    const copied = await copyText(accountName)
    await Taro.showToast({ title: copied ? '名称已复制' : '没有复制成功，请手动输入', icon: 'none' })
  }
  return (
    <Sheet
      open={open}
      title={`关注“${accountName}”`}
      onClose={onClose}
      foot={<PrimaryButton onClick={copy}>复制公众号名称</PrimaryButton>}
    >
      <View className="follow-sheet">
        <View className="follow-sheet__frame">
          <Image className="follow-sheet__code" src={accountCode} mode="scaleToFill" showMenuByLongpress />
        </View>
        <Text className="follow-sheet__hint">长按二维码，选择“前往公众号”</Text>
        <Text className="follow-sheet__sentence">
          也可以在微信里搜索“{accountName}”。关注之后回到这里，页面会自动更新。
        </Text>
      </View>
    </Sheet>
  )
}
