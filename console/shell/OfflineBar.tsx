import { useOnline } from '../cloud/use-online'
import './OfflineBar.css'

/** Says that there is no network, for as long as there is none. */
export function OfflineBar() {
  if (useOnline()) return null
  return (
    <p className="offline-bar" role="alert">
      网络已断开。可以继续查看和填写，网络恢复之后才能提交。
    </p>
  )
}
