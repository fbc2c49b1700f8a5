import type { WeappPackage } from '../package/weapp-package'
import { bareGlobals } from './bare-globals'
import type { WeChatAround } from './built-ins/built-in'
import type { Device, NetworkType } from './device'
import { Faults } from './faults'
import { type Definition, Framework } from './framework'
import { Life } from './life'
import { showModal } from './modal'
import { OpenPage, type SharePayload } from './open-page'
import { PageStack, parseAddress } from './page-stack'
import { PickerSheet } from './picker-sheet'
import { Privacy } from './privacy'
import { listenForRejections } from './rejections'
import { Screen } from './screen'
import { Scripts } from './scripts'
import { SetDataCrossing } from './set-data'
import type { WxCall } from './wx/typed'
import { type LaunchOptions, singlePageScene, type WxWorld } from './wx/world'
import { makeWx } from './wx/wx'

/** How the mini-program is entered. */
export interface Entry {
  /** `pages/draw/index?share=abc`; the first page of app.json unless told. */
  address?: string
  /** WeChat's number for the way in; 1001, the list of mini-programs, unless told. */
  scene?: number
}

/** One process of the compiled mini-program, in this window. A phone has one at a time. */
export class Host {
  readonly faults = new Faults()
  /** Every call of an interface that answers later, in order. */
  readonly calls: WxCall[] = []
  readonly pages: PageStack
  readonly toasts: string[] = []
  /** What the mini-program wrote into WeChat's real-time log: its uncaught errors, failed calls, slow pages. */
  readonly realTimeLog: string[] = []
  readonly screen: Screen
  readonly crossing: SetDataCrossing
  /** WeChat ended this process for the mini-program's new version: the phone starts it again. */
  restarted = false
  private readonly life = new Life(this.faults, (error) => this.tellOfError(error))
  private readonly framework: Framework
  private readonly scripts: Scripts
  private readonly privacy: Privacy
  private readonly world: WxWorld
  private readonly stopListening: () => void
  private app: Definition = {}

  constructor(
    private readonly weapp: WeappPackage,
    private readonly device: Device,
    { address, scene = 1001 }: Entry = {},
  ) {
    for (const warning of weapp.warnings) this.faults.report('package', warning)
    this.stopListening = listenForRejections(this.faults, (reason) =>
      this.tellApp('onUnhandledRejection', { reason, promise: Promise.resolve() }),
    )
    const { path, query } = parseAddress(address ?? weapp.app.entryPagePath ?? weapp.app.pages[0] ?? '')
    const options: LaunchOptions = { path, query: { ...query }, scene, shareTicket: '', referrerInfo: {} }
    this.crossing = new SetDataCrossing(weapp, this.faults)
    // First of all: it makes a new body, on which the framework listens.
    this.screen = new Screen(weapp, scene === singlePageScene, (tab, index) => this.tapTab(tab, index))
    this.privacy = new Privacy(device, this.faults, (act) => this.life.guard(act))
    this.framework = new Framework(weapp, this.crossing, this.faults, this.weChatAround(scene), (error) =>
      this.tellOfError(error),
    )
    this.pages = new PageStack(weapp.app, (...place) => this.makePage(...place))
    this.world = {
      ...{
        device,
        life: this.life,
        faults: this.faults,
        pages: this.pages,
        toasts: this.toasts,
        realTimeLog: this.realTimeLog,
        privacy: this.privacy,
      },
      ...{ launched: options, entered: options, singlePage: scene === singlePageScene },
      ...{ onNetworkChange: new Set(), onWeakNetwork: new Set(), onMemoryWarning: new Set() },
      ...{ shareMenu: new Set(), temporaryFiles: new Map() },
      ask: showModal,
      restart: () => {
        this.kill()
        this.restarted = true
      },
    }
    this.scripts = new Scripts(weapp, {
      ...bareGlobals(this.life, this.faults),
      ...this.framework.constructors,
      wx: makeWx(weapp, this.world, (call) => this.calls.push(call)),
      App: (definition: Definition) => {
        this.app = definition
      },
      getApp: () => this.app,
      getCurrentPages: () => this.pages.pages.map(({ instance }) => instance),
    })
    this.launch(options)
  }

  private launch(options: LaunchOptions): void {
    this.life.guard(() => {
      this.scripts.load('app.js')
      this.tellApp('onLaunch', options)
      this.tellApp('onShow', options)
      if (!this.pages.exists(options.path)) throw new Error(`page "${options.path}" is not found`)
      this.pages.open(options.path, options.query)
    })
  }

  /** The customer goes to another app. */
  sendToBackground(): void {
    this.pages.top.call('onHide')
    this.tellApp('onHide')
  }

  /** The customer comes back, perhaps another way. */
  bringBack(scene: number = this.world.entered.scene): void {
    this.world.entered = { ...this.world.entered, scene }
    this.tellApp('onShow', this.world.entered)
    this.pages.top.call('onShow')
  }

  setNetwork(networkType: NetworkType): void {
    if (networkType === this.device.network) return
    this.device.network = networkType
    for (const listener of [...this.world.onNetworkChange])
      this.life.guard(() => listener({ isConnected: networkType !== 'none', networkType }))
  }

  /** The network becomes bad, or good again. */
  setWeakNetwork(weakNet: boolean): void {
    this.device.weakNetwork = weakNet
    for (const listener of [...this.world.onWeakNetwork])
      this.life.guard(() => listener({ weakNet, networkType: this.device.network }))
  }

  /** The phone runs out of memory; the next thing it does is to end something. */
  warnOfMemory(level: 5 | 10 | 15 = 15): void {
    for (const listener of [...this.world.onMemoryWarning]) this.life.guard(() => listener({ level }))
  }

  /** The customer sends the page to a friend by the menu at the top right. */
  shareToFriend(from: { from: 'menu' } | { from: 'button'; target: unknown } = { from: 'menu' }): SharePayload {
    const page = this.pages.top
    if (!page.handles('onShareAppMessage')) throw new Error(`${page.path} cannot be sent to a friend`)
    return payloadOf(page.call('onShareAppMessage', from))
  }

  /** The customer shares the page to Moments; the menu has it only for pages that can be sent to friends as well. */
  shareToMoments(): SharePayload {
    const page = this.pages.top
    if (!page.handles('onShareTimeline') || !page.handles('onShareAppMessage'))
      throw new Error(`${page.path} cannot be shared to Moments`)
    return payloadOf(page.call('onShareTimeline'))
  }

  /** The arrow at the top left, or the phone's own way back. From the first page it leaves the mini-program. */
  goBack(): void {
    if (this.pages.pages.length > 1) this.pages.navigateBack()
    else this.sendToBackground()
  }

  /** A finger on the tab bar. */
  tapTab(path: string, index = 0): void {
    this.pages.top.call('onTabItemTap', { index, pagePath: path, text: '' })
    this.pages.switchTab(`/${path}`)
  }

  /** The process dies. Nobody is told, nothing that was under way comes back; the device keeps what it kept. */
  kill(): void {
    if (!this.life.alive) return
    this.life.end()
    this.pages.drop()
    this.framework.end()
    this.stopListening()
    this.screen.close()
  }

  /** As WeChat tells of it: one text, of the message and the stack. An error while it is told of goes no further. */
  private tellOfError(error: unknown): void {
    const act = this.app.onError
    if (typeof act !== 'function' || !this.life.alive) return
    const text = error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error)
    try {
      act.call(this.app, `MiniProgramError\n${text}`)
    } catch (again) {
      this.faults.report('error', again)
    }
  }

  private tellApp(name: string, ...given: unknown[]): void {
    const act = this.app[name]
    if (typeof act === 'function') this.life.guard(() => act.apply(this.app, given))
  }

  private makePage(path: string, query: Readonly<Record<string, string>>, isTab: boolean): OpenPage {
    this.framework.define(path, (file) => this.scripts.load(file))
    const window = this.screen.open(path, isTab)
    const made = this.framework.make(path, window.scroller)
    Object.assign(made.instance, { route: path, __route__: path, options: { ...query } })
    const page = new OpenPage(path, query, isTab, made, window, this.life)
    window.scroller.addEventListener('scroll', () =>
      page.call('onPageScroll', { scrollTop: window.scroller.scrollTop }),
    )
    made.appear()
    return page
  }

  /** What a button for the phone number says: a code that the cloud may use once, or that the customer would not. */
  private async phoneNumber(): Promise<Record<string, unknown>> {
    try {
      await this.privacy.ask('button.getPhoneNumber')
    } catch (error) {
      return { errMsg: `getPhoneNumber:fail ${error instanceof Error ? error.message : ''}`, errno: 104 }
    }
    const { answer, code } = this.device.phoneNumber
    return answer === 'allow' ? { errMsg: 'getPhoneNumber:ok', code } : { errMsg: 'getPhoneNumber:fail user deny' }
  }

  private weChatAround(scene: number): WeChatAround {
    const singlePage = scene === singlePageScene
    return {
      scene: () => scene,
      share: (button) => void this.shareToFriend({ from: 'button', target: button }),
      picture: (src, element) => {
        const { path } = parseAddress(src, this.screen.pageOf(element))
        return this.world.temporaryFiles.get(src) ?? this.weapp.images[path] ?? null
      },
      withId: (id, inside) =>
        this.pages.pages.find(({ element }) => element.contains(inside))?.made.query(`#${id}`)[0] ?? null,
      phoneNumber: () => this.phoneNumber(),
      settings: () => ({ errMsg: 'openSetting:ok', authSetting: {} }),
      agreeToPrivacy: (buttonId) => this.privacy.agree(buttonId),
      openDrums: (sheet) => new PickerSheet(sheet),
      timers: { setTimeout: this.life.setTimeout, clear: this.life.clear },
      alive: () => this.life.alive,
      forbiddenInSinglePage: (what) => {
        if (singlePage) this.faults.report('single-page', `${what} is forbidden in the single page that Moments opens`)
        return singlePage
      },
      report: (kind, message) => this.faults.report(kind, message),
    }
  }
}

const payloadOf = (answer: unknown): SharePayload => (typeof answer === 'object' && answer !== null ? answer : {})
