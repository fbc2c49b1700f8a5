import Taro, { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { DAY_MS } from '#values/days'
import { sendShareOpened } from '@/cloud/draw-chances'
import { useWhenNetworkReturns } from '@/cloud/network'
import { tapLightly } from '@/cloud/platform'
import { drawIsPending, drawOnce, loadDrawPage, recallDrawPage } from '@/cloud/prize-draw'
import { type DrawPageState, drawPage, firstState } from './draw-machine'

/** The draw page's state and what the customer can do on it. */
export function useDrawPage() {
  const [state, dispatch] = useReducer(drawPage, null, () => firstState(recallDrawPage()))
  const drawing = useRef(false)
  /** Counts loads and draws: an answer that was asked for before the latest of them is out of date. */
  const turn = useRef(0)

  const draw = useCallback(async () => {
    if (drawing.current) return
    drawing.current = true
    turn.current += 1
    dispatch({ type: 'draw-sent' })
    void tapLightly()
    const result = await drawOnce()
    drawing.current = false
    dispatch(result.ok ? { type: 'draw-answered', answer: result.data } : { type: 'draw-refused', failure: result })
  }, [])

  const reload = useCallback(async () => {
    dispatch({ type: 'reloading' })
    turn.current += 1
    const asked = turn.current
    const result = await loadDrawPage()
    if (asked !== turn.current) return
    dispatch(result.ok ? { type: 'opened', view: result.data } : { type: 'open-failed', failure: result })
    // A draw whose answer was lost on the way is asked for again before anything else.
    if (result.ok && drawIsPending()) void draw()
  }, [draw])

  useDidShow(reload)
  useWhenNetworkReturns(reload)
  useAtNextFreeChance(state, reload)

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

/** A page left open over midnight shows the new day's chance. */
function useAtNextFreeChance(state: DrawPageState, act: () => void): void {
  const view = state.status === 'ready' && state.fresh ? state.view : null
  const wait = view?.chances.nextFreeAt ? view.chances.nextFreeAt - view.now : null
  useEffect(() => {
    if (wait === null || wait <= 0 || wait > DAY_MS) return
    const timer = setTimeout(act, wait)
    return () => clearTimeout(timer)
  }, [wait, act])
}
