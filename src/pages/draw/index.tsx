import { enterScene, SINGLE_PAGE_SCENE } from '@/cloud/platform'
import { DrawPage } from './DrawPage'
import { MomentsView } from './MomentsView'

/** 抽奖. From Moments (scene 1154) WeChat opens this same page without login: then only its content is shown. */
export default function Draw() {
  return enterScene() === SINGLE_PAGE_SCENE ? <MomentsView /> : <DrawPage />
}
