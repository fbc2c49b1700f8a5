import { useSearchParams } from 'react-router-dom'

export interface Address {
  /** What stands after the ? of the page's address. */
  address: URLSearchParams
  /** Writes one filter into it; nothing takes it out. */
  choose: (name: string, value: string | null | undefined) => void
  clear: () => void
}

/** A list's filters, kept in the page's address: back, reload and a link to a colleague find the same list again. */
export function useAddress(): Address {
  const [address, setAddress] = useSearchParams()
  const choose: Address['choose'] = (name, value) =>
    setAddress((before) => {
      const after = new URLSearchParams(before)
      if (value) after.set(name, value.trim())
      else after.delete(name)
      return after
    })
  return { address, choose, clear: () => setAddress({}) }
}
