import { save } from '../../exports/save'

/** Hands the browser a file to save. The bytes go as they came: nothing reads them on the way. */
export function saveFile(name: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  save(new Blob([bytes], { type: 'text/csv' }), name)
}

/** A chosen file's bytes as base64. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
