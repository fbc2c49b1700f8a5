import { Link } from 'react-router-dom'
import { Nothing } from '../components/states'
import { useTexts } from '../texts/language'

export function NotThere() {
  const texts = useTexts()
  return (
    <Nothing title={texts.states.noSuchView}>
      <Link to="/collections">{texts.states.toStart}</Link>
    </Nothing>
  )
}
