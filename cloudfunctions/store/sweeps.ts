import { collection } from './collection'

/** Where the timer stopped in a list that is too long for one call. */
interface Sweep {
  _id: string
  /** The last id that was looked at; empty at the beginning. */
  after: string
}

const sweeps = collection<Sweep>('sweeps')

export const findSweep = async (name: string): Promise<string> => (await sweeps.find(name))?.after ?? ''

export async function keepSweep(name: string, after: string): Promise<void> {
  if (await sweeps.add({ _id: name, after })) return
  await sweeps.updateWhere({ _id: name }, { after })
}
