import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { BrokenFileError, type CheckedFile, checkFile } from '#contract/policy-file'
import { NotTextError } from '#values/file-text'
import type { Failure } from '../../cloud/call'
import { newRequestKey } from '../../cloud/request-key'
import { chosenFile } from './chosen-file'
import { nothingSent, type Sent, sendParts } from './send-parts'

/** Where an import stands. */
export type ImportState =
  | { at: 'choosing'; problem: string | null }
  | { at: 'checking'; name: string; rows: number }
  | { at: 'checked'; checked: CheckedFile }
  /** `heldUp`: why a part found no answer; it waits to be sent again. */
  | { at: 'sending'; checked: CheckedFile; sent: Sent; heldUp: Failure | null }
  /** `problem`: why it ended before the file did. */
  | { at: 'ended'; checked: CheckedFile; sent: Sent; problem: string | null }

const LOST = '文件读不到了，可能在这期间改过、移走或被占用。请重新选择。'
const STOPPED = '没有导入完：您停在了这里。'

export interface Importing {
  state: ImportState
  choose: (file: File) => Promise<void>
  start: (checked: CheckedFile) => Promise<void>
  /** Sends the part that found no answer again, or ends it here. */
  goOn: (again: boolean) => void
}

/** Checks a file whole, then sends it part by part, and stops when the page is left. */
export function useImport(): Importing {
  const client = useQueryClient()
  const [state, setState] = useState<ImportState>({ at: 'choosing', problem: null })
  const decide = useRef<(again: boolean) => void>(() => {})
  const left = useRef(false)
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
      decide.current(false)
    }
  }, [])
  useWarningOfLeaving(state.at === 'sending')

  const choose = async (file: File) => {
    const name = file.name
    setState({ at: 'checking', name, rows: 0 })
    try {
      const checked = await checkFile(chosenFile(file), (rows) => setState({ at: 'checking', name, rows }))
      setState({ at: 'checked', checked })
    } catch (error) {
      setState({ at: 'choosing', problem: sayOf(error) })
    }
  }

  const start = async (checked: CheckedFile) => {
    let last = nothingSent
    let problem: string | null = null
    const show = (heldUp: Failure | null) => setState({ at: 'sending', checked, sent: last, heldUp })
    show(null)
    try {
      await sendParts(checked, {
        importId: newRequestKey(),
        told: (sent) => {
          last = sent
          show(null)
        },
        goesOn: async (failure) => {
          if (left.current) return false
          show(failure)
          const again = await new Promise<boolean>((resolve) => {
            decide.current = resolve
          })
          if (!again) problem = STOPPED
          else show(null)
          return again
        },
        isLeft: () => left.current,
      })
    } catch (error) {
      problem = sayOf(error)
    }
    setState({ at: 'ended', checked, sent: last, problem })
    // Figures, ledger and lists all rest on policies.
    void client.invalidateQueries()
  }

  return { state, choose, start, goOn: (again) => decide.current(again) }
}

/** The browser's own question, when the window is closed or loaded anew in the middle. */
function useWarningOfLeaving(running: boolean): void {
  useEffect(() => {
    if (!running) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [running])
}

function sayOf(error: unknown): string {
  if (error instanceof BrokenFileError || error instanceof NotTextError) return error.message
  console.error(error)
  return LOST
}
