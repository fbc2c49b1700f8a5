import { weChatTags } from './tags'

const tag = /(<\/?)([a-z][a-z-]*)(?=[\s/>])/g
const event = /(\s(?:bind|catch|mut-bind|capture-bind|capture-catch))([a-zA-Z]\w*)(?==)/g

/** WXML as glass-easel's compiler takes it: WeChat's tags as `wx-…`, and events with the colon that it asks for on plain elements. */
export function translateWxml(source: string): string {
  return source
    .replace(tag, (whole, open: string, name: string) => (weChatTags.has(name) ? `${open}wx-${name}` : whole))
    .replace(event, '$1:$2')
}

/** By the name of each template: WeChat's tags in it. A page that asks for a template that is not there shows nothing at all. */
export function templateTags(source: string): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const [, name = '', content = ''] of source.matchAll(/<template name="([\w-]+)">([\s\S]*?)<\/template>/g)) {
    const tags = [...content.matchAll(/<([a-z][a-z-]*)(?=[\s/>])/g)].flatMap(([, used = '']) => used)
    found[name] = [...new Set(tags)].filter((used) => weChatTags.has(used))
  }
  return found
}
