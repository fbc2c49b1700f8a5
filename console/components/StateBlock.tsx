import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Failure } from '../cloud/call'
import { Barrier, BrokenRoad, EmptyTray } from './drawings'
import './StateBlock.css'

/** Nothing here: a drawing, one sentence and, where there is one, what to do. */
export function EmptyBlock({ sentence, action }: { sentence: string; action?: ReactNode }) {
  return (
    <div className="state-block" role="status">
      <EmptyTray />
      <p>{sentence}</p>
      {action}
    </div>
  )
}

/** What could not be read: what happened, that nothing was lost, and the way to try again. */
export function FailureBlock({ failure, retry }: { failure: Failure; retry: () => void }) {
  if (failure.code === 'not-allowed') return <NoPermission />
  return (
    <div className="state-block" role="alert">
      <BrokenRoad />
      <p>{failure.message}</p>
      {failure.requestId && <p className="state-block__hint">请求编号 {failure.requestId}</p>}
      <Button onClick={retry}>再试一次</Button>
    </div>
  )
}

/** A page that is another role's. */
export function NoPermission() {
  return (
    <div className="state-block" role="alert">
      <Barrier />
      <p>您的角色不能查看这个页面。需要时请联系管理员调整角色，调整由两人完成并留有记录。</p>
      <Button href="#/overview">回到概览</Button>
    </div>
  )
}
