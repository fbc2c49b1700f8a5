import { Alert } from 'antd'
import { useCloud } from '../cloud/pulse'
import { useTexts } from '../texts/language'

/** While nobody answers, the page says so and keeps what it showed. */
export function Lost() {
  const texts = useTexts()
  const { lost } = useCloud()
  if (!lost) return null
  return (
    <Alert className="lost" type="warning" showIcon title={texts.states.lost} description={texts.states.lostHint} />
  )
}
