import { useCallback, useEffect, useState } from 'react'
import { posterPicture } from './canvas'
import type { PosterContent } from './paint-poster'

export type Picture = { status: 'painting' } | { status: 'painted'; path: string } | { status: 'failed' }

/** The painted poster. `content` null: nothing to paint yet. A failure is no dead end: the page itself is a poster too. */
export function usePicture(content: (PosterContent & { codeUrl: string }) | null): {
  picture: Picture
  repaint: () => void
} {
  const [picture, setPicture] = useState<Picture>({ status: 'painting' })
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn paints again
  useEffect(() => {
    if (!content) return
    let current = true
    setPicture((before) => (before.status === 'painted' ? before : { status: 'painting' }))
    posterPicture(content, content.codeUrl).then(
      (path) => current && setPicture({ status: 'painted', path }),
      (error) => {
        console.error('poster', error)
        if (current) setPicture({ status: 'failed' })
      },
    )
    return () => {
      current = false
    }
  }, [content, turn])
  return { picture, repaint: useCallback(() => setTurn((before) => before + 1), []) }
}
