import type { Device } from './device'
import type { Faults } from './faults'
import { Refused } from './refused'

type Resolve = (answer: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void
/** As WeChat's documents have it; the official typings leave both parameters out. */
export type PrivacyListener = (resolve: Resolve, about: { referrer: string }) => void

/** Interfaces that WeChat lets through only after the customer has agreed to the privacy guide. */
export const privateInterfaces: ReadonlySet<string> = new Set([
  ...['requirePrivacyAuthorize', 'setClipboardData', 'getClipboardData', 'saveImageToPhotosAlbum', 'chooseAddress'],
  ...['saveVideoToPhotosAlbum', 'chooseImage', 'chooseMedia', 'chooseMessageFile', 'getLocation', 'getFuzzyLocation'],
  ...['chooseLocation', 'choosePoi', 'getUserProfile', 'getUserInfo', 'getWeRunData', 'addPhoneContact'],
])

const refused = () => new Refused('privacy permission is not authorized', { errno: 104 })

/**
 * The customer's consent to the privacy guide. Before it is given, whatever is private waits: for the mini-program's own
 * question when it listens, else for WeChat's.
 */
export class Privacy {
  private listener: PrivacyListener | null = null
  private readonly tapped = new Set<string>()

  constructor(
    private readonly device: Device,
    private readonly faults: Faults,
    private readonly guard: (act: () => void) => void,
  ) {}

  get isNeeded(): boolean {
    return this.device.privacy !== 'agreed'
  }

  /** Registered anew, it takes the place of the one before, as in WeChat. */
  listen(listener: PrivacyListener): void {
    this.listener = listener
  }

  /** A finger on `<button open-type="agreePrivacyAuthorization">`. */
  agree(buttonId: string): void {
    this.tapped.add(buttonId)
    this.device.privacy = 'agreed'
  }

  /** Returns when something private may go on. @throws Refused after the customer's no */
  async ask(referrer: string): Promise<void> {
    if (!this.isNeeded) return
    const { listener } = this
    if (!listener) {
      if (this.device.privacy === 'refuses') throw refused()
      this.device.privacy = 'agreed'
      return
    }
    await new Promise<void>((resolve, reject) => {
      const answer: Resolve = ({ event, buttonId = '' }) => {
        if (event === 'disagree') reject(refused())
        if (event !== 'agree') return
        if (this.tapped.has(buttonId)) return resolve()
        this.faults.report('wx', `consent without a tap on the button “${buttonId}”`)
        reject(refused())
      }
      this.guard(() => listener(answer, { referrer }))
    })
  }
}
