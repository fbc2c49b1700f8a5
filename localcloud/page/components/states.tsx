import type { UseQueryResult } from '@tanstack/react-query'
import { Alert, Button, Empty, Skeleton, Typography } from 'antd'
import type { ReactNode } from 'react'
import { Unreachable } from '../cloud/ask'
import { useTexts } from '../texts/language'

/** Nothing is here: why, and what would change it. */
export function Nothing({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <Typography.Text strong>{title}</Typography.Text>
          {hint !== undefined && <div className="quiet">{hint}</div>}
        </>
      }
    >
      {children}
    </Empty>
  )
}

/** What the cloud answered, or that it is awaited, or why it did not come. */
export function Answered<Output>({
  of,
  children,
}: {
  of: UseQueryResult<Output>
  children: (output: Output) => ReactNode
}) {
  const texts = useTexts()
  // Without a cloud what was read last stays: the head of the page says that it is of before.
  if (of.data !== undefined && (of.error === null || of.error instanceof Unreachable)) return children(of.data)
  if (of.error === null) return <Skeleton active aria-label={texts.states.loading} paragraph={{ rows: 5 }} />
  const reason = of.error instanceof Unreachable ? texts.states.lost : of.error.message
  return (
    <Alert
      type="error"
      showIcon
      title={texts.states.failed}
      description={reason}
      action={<Button onClick={() => void of.refetch()}>{texts.states.again}</Button>}
    />
  )
}
