import postcss, { type Root } from 'postcss'
import { weChatTags } from './tags'

const rpxPerWidth = 750
const typeSelector = /(^|[\s,>+~(])([a-z][a-z-]*)(?=$|[\s,.:>+~[)])/g
const inset = /(?:env|constant)\(safe-area-inset-(top|right|bottom|left)\)/g
const viewportHeight = /(-?[\d.]+)vh\b/g

/**
 * A style sheet as a browser takes it: rpx as shares of the width, `vh` and the safe area as the host's own window has
 * them, WeChat's tags as the host writes them. What WeChat would not load goes to `warn`.
 */
export function translateWxss(source: string, file: string, warn: (warning: string) => void): string {
  const sheet: Root = postcss.parse(source, { from: file })
  sheet.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && 'name' in rule.parent && /keyframes$/.test(String(rule.parent.name))) return
    rule.selector = rule.selector.replace(typeSelector, (whole, before: string, name: string) =>
      weChatTags.has(name) ? `${before}wx-${name}` : whole,
    )
  })
  sheet.walkDecls((declaration) => {
    const { value } = declaration
    if (/url\(\s*['"]?(?!['"]?(data:|https:))/.test(value))
      warn(`${file}: WeChat loads no file of the package from a style sheet: ${value.slice(0, 80)}`)
    declaration.value = value
      .replace(/(-?[\d.]+)rpx\b/g, (_, rpx: string) => `${(Number(rpx) * 100) / rpxPerWidth}vw`)
      .replace(viewportHeight, (_, share: string) => `calc(var(--window-height) * ${Number(share) / 100})`)
      .replace(inset, (_, side: string) => `var(--safe-${side})`)
  })
  return sheet.toString()
}

/** A style sheet with its imports in their places. @throws Error when an import names no file */
export function withImports(file: string, read: (file: string) => string, from: readonly string[] = []): string {
  if (from.includes(file)) throw new Error(`${file} imports itself by way of ${from.join(', ')}`)
  return read(file).replace(/@import\s+["']([^"']+)["'];?/g, (_, path: string) =>
    withImports(new URL(path, `weapp:/${file}`).pathname.slice(1), read, [...from, file]),
  )
}
