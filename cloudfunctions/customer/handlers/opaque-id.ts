const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'

/** 16 letters of 57: 93 bits, nobody guesses one. Fits a 小程序码 scene. */
export function newOpaqueId(random: (size: number) => Buffer): string {
  let id = ''
  while (id.length < 16) {
    for (const byte of random(24)) {
      const letter = LETTERS[byte & 63]
      if (letter && id.length < 16) id += letter
    }
  }
  return id
}
