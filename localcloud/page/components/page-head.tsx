import { Typography } from 'antd'
import type { ReactNode } from 'react'

/** A view's name, what it is for in one sentence, and what can be done to all of it. */
export function PageHead({ title, hint, children }: { title: ReactNode; hint: string; children?: ReactNode }) {
  return (
    <div className="page-head">
      <div>
        <Typography.Title level={1}>{title}</Typography.Title>
        <Typography.Text type="secondary">{hint}</Typography.Text>
      </div>
      {children !== undefined && <div className="page-head-actions">{children}</div>}
    </div>
  )
}
