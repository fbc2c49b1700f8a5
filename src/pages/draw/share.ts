import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { type Entered, enteredWith } from '@/cloud/entered-with'
import shareCard from './share-card.jpg'

interface Share {
  title: string
  /** Null before the campaign is known or when sharing earns nothing: then the page is shared without an id. */
  shareId: string | null
  /** WeChat asked for what to post to Moments: all that can be known of a share. */
  onMoments: (shareId: string) => void
}

/** What WeChat's own menu shares: to a friend, and to Moments. */
export function useSharing({ title, shareId, onMoments }: Share): void {
  const query = shareId === null ? '' : `s=${shareId}`
  useShareAppMessage(() => ({ title, path: `/pages/draw/index?${query}`, imageUrl: shareCard }))
  useShareTimeline(() => {
    if (shareId !== null) onMoments(shareId)
    return { title, query, imageUrl: shareCard }
  })
}

/** The share id with which the page was entered; null when there is none. */
export const sharedBy = (entered: Entered): string | null => enteredWith(entered, 's', /^[A-Za-z0-9]{16}$/)
