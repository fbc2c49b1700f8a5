import { LockOutlined } from '@ant-design/icons'
import './MaskedText.css'

/** Personal data as the cloud masked it: 138****1234. What is hidden was never sent to this browser. */
export function MaskedText({ text, what }: { text: string; what: string }) {
  return (
    <span className="masked-text" title={`${what}已脱敏；需要完整信息时请在“客户”页面说明理由后查看，查看会被记录`}>
      {text}
      <LockOutlined aria-hidden="true" className="masked-text__lock" />
    </span>
  )
}
