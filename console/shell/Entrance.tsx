import { openConsole } from '#contract/console'
import { useSessionEnded } from '../cloud/session'
import { useReading } from '../cloud/use-reading'
import { FailureBlock } from '../components/StateBlock'
import { WaitingRows } from '../components/Waiting'
import { Layout } from './Layout'
import { Login } from './Login'
import { SessionEnded } from './SessionEnded'

/** Who is at the door: nobody yet (the login), somebody (the console), or somebody whose session has ended meanwhile. */
export function Entrance() {
  const { reading, reload } = useReading(openConsole, {})
  const ended = useSessionEnded()
  if (reading.status === 'loading') return <WaitingRows />
  if (reading.status === 'failed') {
    if (reading.failure.code === 'not-signed-in') return <Login entered={reload} />
    return <FailureBlock failure={reading.failure} retry={reload} />
  }
  return (
    <>
      <Layout {...reading.data} />
      {ended && <SessionEnded was={reading.data.me} />}
    </>
  )
}
