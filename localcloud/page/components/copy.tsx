import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useEffect, useState } from 'react'
import { useTexts } from '../texts/language'

/** Copies a text and says so for a moment. */
export function Copy({ text, label }: { text: string; label?: string }) {
  const texts = useTexts()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [copied])
  const says = copied ? texts.actions.copied : texts.actions.copy
  return (
    <Tooltip title={says}>
      <Button
        size="small"
        type="text"
        icon={copied ? <CheckOutlined /> : <CopyOutlined />}
        aria-label={label === undefined ? says : `${says} ${label}`}
        onClick={(event) => {
          event.stopPropagation()
          void navigator.clipboard.writeText(text).then(() => setCopied(true))
        }}
      />
    </Tooltip>
  )
}
