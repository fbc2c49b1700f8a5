import { Button } from 'antd'
import { useEffect, useState } from 'react'
import './UndoToast.css'

interface UndoToastProps {
  /** What was done: 已通过 12 笔. */
  said: string
  /** How long it can be taken back, s. */
  seconds: number
  undo: () => void
  /** The time is over: now it stands. */
  over: () => void
}

/** What was just done, and for some seconds the way to take it back. Waits while the pointer or the focus is on it. */
export function UndoToast({ said, seconds, undo, over }: UndoToastProps) {
  const [left, setLeft] = useState(seconds)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    if (left === 0) return over()
    const ticking = setTimeout(() => setLeft(left - 1), 1_000)
    return () => clearTimeout(ticking)
  }, [left, held, over])
  return (
    <div
      className="undo-toast"
      role="status"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{said}</span>
      <span className="undo-toast__left" aria-hidden="true">
        {left} 秒
      </span>
      <Button type="primary" onClick={undo}>
        撤销
      </Button>
    </div>
  )
}
