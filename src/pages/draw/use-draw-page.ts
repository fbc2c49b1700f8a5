import Taro, { useDidShow } from '@tarojs/taro'
import { useCallback, useReducer, useRef } from 'react'
import { sendShareOpened } from '@/cloud/draw-chances'
import { useWhenNetworkReturns } from '@/cloud/network'
import { tapLightly } from '@/cloud/platform'
import { drawIsPending, drawOnce, loadDrawPage, recallDrawPage } from '@/cloud/prize-draw'
import { drawPage, firstState } from './draw-machine'

/** The draw page's state and what the customer can do on it. */
export function useDrawPage(channel?: string) {
  const [state, dispatch] = useReducer(drawPage, null, () => firstState(recallDrawPage()))
  const drawing = useRef(false)

  const draw = useCallback(async () => {
    if (drawing.current) return
    drawing.current = true
    dispatch({ type: 'draw-sent' })
    void tapLightly()
    const result = await drawOnce()
    drawing.current = false
    dispatch(result.ok ? { type: 'draw-answered', answer: result.data } : { type: 'draw-refused', failure: result })
  }, [])

  const reload = useCallback(async () => {
    dispatch({ type: 'reloading' })
    const result = await loadDrawPage(channel)
    dispatch(result.ok ? { type: 'opened', view: result.data } : { type: 'open-failed', failure: result })
    // A draw whose answer was lost on the way is asked for again before anything else.
    if (result.ok && drawIsPending()) void draw()
  }, [channel, draw])

  useDidShow(reload)
  useWhenNetworkReturns(reload)

  const landed = useCallback(() => {
    void tapLightly()
    dispatch({ type: 'landed' })
  }, [])

  const close = useCallback(() => {
    dispatch({ type: 'closed' })
    void reload()
  }, [reload])

  const shareOpened = useCallback(async (shareId: string) => {
    const result = await sendShareOpened(shareId)
    if (!result.ok) return
    dispatch({ type: 'chances-changed', chances: result.data.chances })
    if (result.data.credited) void Taro.showToast({ title: '多了 1 次抽奖机会', icon: 'none' })
  }, [])

  return { state, draw, reload, landed, close, shareOpened }
}
