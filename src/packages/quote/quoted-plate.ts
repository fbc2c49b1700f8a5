/**
 * The plate that was typed for the quote, until the booking sends it. It is somebody's: it does not go into a page's address,
 * which WeChat's statistics keep, nor into storage.
 */
let typed = ''

export const keepPlate = (plate: string): void => {
  typed = plate
}

/** `京A12345`; empty where none was typed. */
export const quotedPlate = (): string => typed
