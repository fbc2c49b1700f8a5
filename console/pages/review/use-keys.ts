import { useEffect } from 'react'

/** What the keys of the queue do; the row is the one that has the focus. */
export interface QueueKeys {
  approve: (benefitId: string) => void
  refuse: (benefitId: string) => void
  select: (benefitId: string) => void
  help: () => void
}

const rowsOnScreen = () => [...document.querySelectorAll<HTMLElement>('tr[data-row-key]')]

function step(by: 1 | -1): void {
  const rows = rowsOnScreen()
  const at = rows.findIndex((row) => row.matches(':focus'))
  const next = at === -1 ? rows[0] : rows[at + by]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** J and K walk through the rows, A, R and X act on the one in focus, ? explains. Not while somebody types or a dialog is open. */
export function useKeys({ approve, refuse, select, help }: QueueKeys): void {
  useEffect(() => {
    const listen = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey) return
      if (
        target instanceof Element &&
        target.closest('input:not([type=checkbox], [type=radio]), textarea, [role=dialog]')
      )
        return
      const id = document.activeElement?.getAttribute('data-row-key')
      if (key === 'j') step(1)
      else if (key === 'k') step(-1)
      else if (key === '?') help()
      else if (id && key === 'a') approve(id)
      else if (id && key === 'r') refuse(id)
      else if (id && key === 'x') select(id)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [approve, refuse, select, help])
}
