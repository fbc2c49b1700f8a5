import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { qrPicture } from './qr-picture'
import './QrCode.scss'

/** A QR code, black on white in every mode: that is what scanners read. */
export function QrCode({ text, label }: { text: string; label: string }) {
  return (
    <View className="qr-code" {...accessible({ role: 'img', label })}>
      <View className="qr-code__modules" style={{ backgroundImage: `url("${qrPicture(text)}")` }} />
    </View>
  )
}
