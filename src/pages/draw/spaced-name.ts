/** A prize's name after Chinese words: figures and Latin letters stand off from them by a space. */
export const spacedName = (name: string): string => (/^[\dA-Za-z]/.test(name) ? ` ${name}` : name)
