import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { accessible } from './accessible'
import { Mark } from './illustrations/Mark'
import './CopyButton.scss'

interface CopyButtonProps {
  /** What is copied, for the words on the button: `复制凭证`. */
  text?: string
  /** @returns whether it is on the clipboard now */
  onCopy: () => Promise<boolean>
}

type Outcome = 'none' | 'copied' | 'failed'
const words = { copied: '已复制', failed: '没有复制，请长按选择' } as const

/** Copies, and says for three seconds how that went. */
export function CopyButton({ text = '复制', onCopy }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('none')
  useEffect(() => {
    if (outcome === 'none') return
    const rest = setTimeout(() => setOutcome('none'), 3_000)
    return () => clearTimeout(rest)
  }, [outcome])
  const copy = async () => setOutcome((await onCopy()) ? 'copied' : 'failed')
  return (
    <View
      className={`copy-button copy-button--${outcome}`}
      hoverClass="copy-button--pressed"
      onClick={copy}
      {...accessible({ role: 'button', live: true })}
    >
      <Mark name={outcome === 'copied' ? 'tick' : 'copy'} size={18} />
      <Text>{outcome === 'none' ? text : words[outcome]}</Text>
    </View>
  )
}
