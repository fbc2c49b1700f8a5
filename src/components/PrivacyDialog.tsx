import { Button, Text, View } from '@tarojs/components'
import { useContext } from 'react'
import { accessible } from './accessible'
import { PrimaryButton } from './PrimaryButton'
import { Privacy } from './privacy'
import { Sheet } from './Sheet'
import './PrivacyDialog.scss'

const AGREE_BUTTON = 'agree-to-privacy'

/** Asks for consent to the privacy guide, when WeChat needs it for what the customer has just tapped. Closing is a no. */
export function PrivacyDialog() {
  const question = useContext(Privacy)
  if (!question) return null
  const { guide, readGuide, agree, refuse } = question
  const foot = (
    <View className="privacy-dialog__answers">
      <Button
        id={AGREE_BUTTON}
        className="primary-button primary-button--main"
        hoverClass="primary-button--pressed"
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={() => agree(AGREE_BUTTON)}
        {...accessible({ role: 'button' })}
      >
        同意并继续
      </Button>
      <PrimaryButton tone="quiet" onClick={refuse}>
        不同意
      </PrimaryButton>
    </View>
  )
  return (
    <Sheet open title="隐私保护提示" onClose={refuse} foot={foot}>
      <View className="privacy-dialog">
        <Text>这项功能要用到您的信息。请先阅读下面的指引，同意后继续。</Text>
        <View
          className="privacy-dialog__guide"
          hoverClass="privacy-dialog__guide--pressed"
          onClick={readGuide}
          {...accessible({ role: 'button', label: `阅读${guide}` })}
        >
          <Text>{guide}</Text>
        </View>
        <Text className="privacy-dialog__hint">不同意也可以继续浏览和抽奖，只是这项功能暂时不能使用。</Text>
      </View>
    </Sheet>
  )
}
