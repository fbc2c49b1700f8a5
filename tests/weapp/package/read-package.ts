import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { parse } from 'valibot'
import { builtInTemplates } from '../host/built-ins/templates'
import { appConfigSchema, componentConfigSchema } from './configs'
import { withoutExtension } from './paths'
import type { WeappPackage } from './weapp-package'
import { wxNames } from './wx-names'
import { templateTags, translateWxml } from './wxml'
import { translateWxss, withImports } from './wxss'

const pictureTypes: Record<string, string> = { '.png': 'png', '.jpg': 'jpeg', '.svg': 'svg+xml', '.webp': 'webp' }

/** Reads the unmodified output of the WeChat build. @throws Error when a file is not what WeChat expects */
export function readWeappPackage(folder: string): WeappPackage {
  const files = filesBelow(folder)
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const compiler = new TmplGroup()
  const found: Omit<WeappPackage, 'templates'> = {
    app: parse(appConfigSchema, JSON.parse(read('app.json'))),
    ...{ components: {}, scripts: {}, templateTags: {}, styles: {}, images: {}, warnings: [] },
    wxNames: wxNames(),
  }
  const warn = (warning: string) => found.warnings.push(warning)
  const template = (path: string, source: string) => {
    for (const warning of compiler.addTmpl(path, source) ?? [])
      warn(`${path}.wxml:${warning.startLine}: ${warning.message}`)
  }

  for (const file of files) {
    const path = withoutExtension(file)
    const extension = extname(file)
    const picture = pictureTypes[extension]
    if (picture) found.images[file] = dataAddress(picture, readFileSync(join(folder, file)))
    else if (extension === '.js') found.scripts[file] = read(file)
    else if (extension === '.wxs') compiler.addScript(path, read(file))
    else if (extension === '.wxss') found.styles[path] = translateWxss(withImports(file, read), file, warn)
    else if (extension === '.wxml') {
      template(path, translateWxml(read(file)))
      Object.assign(found.templateTags, templateTags(read(file)))
    } else if (extension === '.json' && files.includes(`${path}.wxml`))
      found.components[path] = parse(componentConfigSchema, JSON.parse(read(file)))
  }
  for (const [name, source] of Object.entries(builtInTemplates)) template(`built-in/${name}`, source)
  const templates = compiler.getTmplGenObjectGroups()
  compiler.free()
  return { ...found, templates }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replace(/^\/+/, ''))
    .sort()

const dataAddress = (type: string, content: Buffer) => `data:image/${type};base64,${content.toString('base64')}`
