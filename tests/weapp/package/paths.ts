/** A path of the package from one of its folders: `('pages/draw', '../../comp')` is `comp`; a leading slash starts anew. */
export function resolvePath(folder: string, path: string): string {
  const parts: string[] = []
  for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')))

export const withoutExtension = (file: string): string => file.replace(/\.\w+$/, '')
