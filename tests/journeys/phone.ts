import type { PageName } from '../../tools/preview/address'

/** WeChat's number for the way from the single page in Moments into the mini-program. */
export const fromMoments = 1155

/** Where a page is entered: by which way into WeChat (scene) and with what its link carries. */
export interface Entrance {
  scene?: number
  query?: Readonly<Record<string, string>>
}

/**
 * What a person can do with a phone and perceive on it. A journey knows nothing else: no selector, no framework, no
 * address. One implementation drives the H5 build in Chromium, another the compiled WeChat output.
 */
export interface Phone {
  /** Opens the mini-program anew on this page. */
  open(page: PageName, entrance?: Entrance): Promise<void>
  /** From the single page that Moments opened: on into the mini-program, the way that WeChat offers below the page. */
  goOnFromMoments(): Promise<void>
  /** Taps what carries this label: its text, or the name that a screen reader speaks. Waits for it to be there. */
  tap(label: string): Promise<void>
  /** Types into the field of this name, after clearing it. Waits for it to be there. */
  type(label: string, text: string): Promise<void>
  /** Says where: on WeChat's drums for regions, or typed where the preview has none. */
  chooseRegion(province: string, city: string, district: string): Promise<void>
  /** Waits until the screen says this. Spaces and line breaks do not matter. @throws Error with what it says instead */
  see(text: string | RegExp): Promise<void>
  /** Waits until the screen does not say this. */
  dontSee(text: string | RegExp): Promise<void>
  /** What the screen says now, without spaces. */
  read(): Promise<string>
  /** The phone's way back: to the page underneath. */
  goBack(): Promise<void>
  /** Goes to another app, and comes back to this page as it was left. */
  leave(): Promise<void>
  comeBack(): Promise<void>
  /** The system ends the mini-program without a word to it; what it kept on the phone stays. */
  killApp(): Promise<void>
  /** Opens the share sheet for Moments, as the customer does. @returns what the shared link carries */
  shareToMoments(): Promise<Readonly<Record<string, string>>>
  goOffline(): Promise<void>
  /** As in a tunnel: what the phone sends still arrives, and no answer comes back. */
  loseAnswers(): Promise<void>
  /** The network is back, both ways. */
  goOnline(): Promise<void>
  /** What went wrong unseen: errors that nobody caught. A journey ends without any, however well it looked. */
  complaints(): Promise<string[]>
  /** Keeps a picture of the screen for whoever mends a failed journey. */
  photograph(file: string): Promise<void>
  putAway(): Promise<void>
}
