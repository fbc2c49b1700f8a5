/**
 * The design language (colours, spaces, type), once for the mini-program and the console. `npm run look:files` writes the
 * mini-program's tokens.scss and type.scss from it; the console makes its Ant Design theme and CSS variables of it.
 */
export interface Palette {
  primary: string
  primaryDeep: string
  onPrimary: string
  gold: string
  goldText: string
  cream: string
  ground: string
  surface: string
  line: string
  field: string
  fieldLine: string
  creamLine: string
  keyboard: string
  ink: string
  ink2: string
  ink3: string
  good: string
  warn: string
  bad: string
  veil: string
  shadow: string
  skeleton: string
  skeletonLight: string
}

export const light: Palette = {
  primary: '#c8161d',
  primaryDeep: '#8e0f14',
  onPrimary: '#ffffff',
  gold: '#e8b44c',
  goldText: '#7a5200',
  cream: '#fff6ea',
  ground: '#f6f4f2',
  surface: '#ffffff',
  line: '#ebe5df',
  field: '#ffffff',
  fieldLine: '#a89d95',
  creamLine: '#ecd9bd',
  keyboard: '#e7e3df',
  ink: '#1f1a17',
  ink2: '#5c534d',
  ink3: '#756b64',
  good: '#1b7f4b',
  warn: '#9a5b00',
  bad: '#b3261e',
  veil: 'rgba(31, 26, 23, 0.56)',
  shadow: '0 2px 12px rgba(31, 26, 23, 0.06)',
  skeleton: '#e7e0da',
  skeletonLight: '#f0ebe7',
}

/** What is not named stays as it is by day. */
export const dark: Partial<Palette> = {
  primary: '#ff7a6b',
  primaryDeep: '#c8161d',
  onPrimary: '#2a0a0b',
  goldText: '#f2ce86',
  cream: '#2a221c',
  ground: '#14110f',
  surface: '#1f1b18',
  line: '#352e29',
  field: '#26211d',
  fieldLine: '#7d736b',
  creamLine: '#4a3d31',
  keyboard: '#2a2521',
  ink: '#f4efea',
  ink2: '#c7beb6',
  ink3: '#9c928a',
  good: '#5cc98d',
  warn: '#f0b35a',
  bad: '#ff8a80',
  veil: 'rgba(0, 0, 0, 0.68)',
  shadow: 'none',
  skeleton: '#2a2521',
  skeletonLight: '#352e29',
}

/** In px. */
export const sizes = {
  space1: 4,
  space2: 8,
  space3: 12,
  space4: 16,
  space5: 24,
  space6: 32,
  radius: 12,
  touch: 44,
  button: 48,
} as const

/** The type scale in px, 375 wide; 大字模式 is 1.3 times as large. */
export const textSizes = { hint: 12, second: 14, body: 16, title: 20, figure: 28, hero: 44 } as const
export const LARGE_TYPE_PERCENT = 130

/** `primaryDeep` → `--primary-deep`, `ink2` → `--ink-2`. */
export const variableOf = (name: string): string =>
  `--${name.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`)}`

/** The design language as CSS custom properties: name and value, in order. */
export const colourVariables = (palette: Partial<Palette>): [name: string, value: string][] =>
  Object.entries(palette).map(([name, value]) => [variableOf(name), value])
export const sizeVariables: readonly [name: string, value: string][] = Object.entries(sizes).map(([name, px]) => [
  variableOf(name),
  `${px}px`,
])
export const textVariables = (percent = 100): [name: string, value: string][] =>
  Object.entries(textSizes).map(([name, px]) => [`--text-${name}`, `${(px * percent) / 100}px`])
