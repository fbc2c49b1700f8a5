import { Button } from 'antd'
import './Turns.css'

/** The cloud gives a page of rows at a time. */
export interface Paging {
  /** From 1. */
  page: number
  hasNext: boolean
  back: () => void
  next: () => void
}

/** 上一页、下一页; nothing where all is on one page. */
export function Turns({ page, hasNext, back, next }: Paging) {
  if (page === 1 && !hasNext) return null
  return (
    <nav className="turns" aria-label="翻页">
      <Button onClick={back} disabled={page === 1}>
        上一页
      </Button>
      <span aria-live="polite">第 {page} 页</span>
      <Button onClick={next} disabled={!hasNext}>
        下一页
      </Button>
    </nav>
  )
}
