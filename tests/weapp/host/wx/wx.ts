import type { WeappPackage } from '../../package/weapp-package'
import { privateInterfaces } from '../privacy'
import { Refused } from '../refused'
import { cloud } from './cloud'
import { navigation } from './navigation'
import { person } from './person'
import { pictures } from './pictures'
import { privacyLater, privacyListener } from './privacy'
import { selectorQuery } from './selector-query'
import { isForbiddenInSinglePage } from './single-page'
import { storage } from './storage'
import { system, systemLater } from './system'
import { answering, type WxCall } from './typed'
import { updates } from './update'
import type { WxWorld } from './world'

/**
 * `wx` as a script finds it: the interfaces that this mini-program uses behave; every other one of WeChat's throws by name
 * and is a fault, so that a new use is imitated before it is relied upon.
 */
export function makeWx(weapp: WeappPackage, world: WxWorld, heard: (call: WxCall) => void): Record<string, unknown> {
  const wx: Record<string, unknown> = { cloud: cloud(world, heard) }
  for (const { name, callable } of weapp.wxNames) if (callable) wx[name] = notImitated(name, world)
  Object.assign(wx, storage(world), system(world), selectorQuery(world), privacyListener(world), updates(world))
  const later = {
    ...navigation(world),
    ...person(world),
    ...pictures(world),
    ...systemLater(world),
    ...privacyLater(world),
  }
  for (const [name, act] of Object.entries(later)) {
    const mayBeUsed = !(world.singlePage && isForbiddenInSinglePage(name))
    const acts = privateInterfaces.has(name) ? afterConsent(name, act, world) : act
    wx[name] = answering(world.life, name, mayBeUsed ? acts : forbidden(name, world), heard)
  }
  return wx
}

const notImitated = (name: string, { faults, singlePage }: WxWorld) => {
  return () => {
    if (singlePage && isForbiddenInSinglePage(name)) faults.report('single-page', `wx.${name}`)
    faults.report('wx', `the host does not imitate wx.${name}`)
    throw new Error(`the host does not imitate wx.${name}`)
  }
}

const afterConsent =
  (name: string, act: (option: never) => unknown, { privacy }: WxWorld) =>
  async (option: never) => {
    await privacy.ask(name)
    return act(option)
  }

const forbidden = (name: string, { faults }: WxWorld) => {
  return () => {
    faults.report('single-page', `wx.${name} is forbidden in the single page that Moments opens`)
    throw new Refused('not supported in single page mode')
  }
}
