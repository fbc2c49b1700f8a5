import { createContext } from 'react'

/** Whether the phone has a network; the app provides it to every page. */
export const Online = createContext(true)
