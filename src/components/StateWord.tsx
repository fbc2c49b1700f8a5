import { Text, View } from '@tarojs/components'
import { Mark, type MarkName } from './illustrations/Mark'
import './StateWord.scss'

export interface StateShown {
  word: string
  mark: MarkName
  tone: 'good' | 'warn' | 'bad' | 'quiet'
}

/** A state as a word with a mark and a colour, never the colour alone. */
export function StateWord({ state: { word, mark, tone } }: { state: StateShown }) {
  return (
    <View className={`state-word state-word--${tone}`}>
      <Mark name={mark} size={16} />
      <Text>{word}</Text>
    </View>
  )
}
