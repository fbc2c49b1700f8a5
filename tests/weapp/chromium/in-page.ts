import { type CloudLine, newDevice, type Shelf } from '../host/device'
import { type Entry, Host } from '../host/host'
import type { WeappPackage } from '../package/weapp-package'

/** The browser's own storage as a shelf: it outlives the page as the phone's outlives the process. */
function shelf(name: string): Shelf {
  const prefix = `${name}:`
  return {
    get: (key) => localStorage.getItem(prefix + key) ?? undefined,
    set: (key, text) => localStorage.setItem(prefix + key, text),
    delete: (key) => localStorage.removeItem(prefix + key),
    keys: () =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  }
}

/** The whole host as one object of the browser's window. */
export const weapp = {
  host: undefined as Host | undefined,
  start(compiled: WeappPackage, cloud: CloudLine, entry: Entry): void {
    performance.mark('weapp-start')
    const device = newDevice(cloud, { storage: shelf('weapp'), singlePageStorage: shelf('weapp-single-page') })
    weapp.host = new Host(compiled, device, entry)
  },
}

declare global {
  interface Window {
    weapp: typeof weapp
  }
}
window.weapp = weapp
