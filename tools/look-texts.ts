import { colourVariables, dark, LARGE_TYPE_PERCENT, light, sizeVariables, textVariables } from '#values/look'

const lines = (variables: readonly (readonly [string, string])[], indent: string) =>
  variables.map(([name, value]) => `${indent}${name}: ${value};`).join('\n')

/** The mini-program's style sheets that say the design language: their paths and texts, from `values/look.ts`. */
export const lookTexts: Readonly<Record<string, string>> = {
  'src/components/tokens.scss': `// The design language, once for the whole mini-program. Colours follow the system's light or dark mode.
// Written from values/look.ts by \`npm run look:files\`.
page,
body {
${lines(colourVariables(light), '  ')}

${lines(sizeVariables, '  ')}
}

@media (prefers-color-scheme: dark) {
  page,
  body {
${lines(colourVariables(dark), '    ')}
  }
}
`,
  'src/components/type.scss': `// The type scale. 大字模式 puts \`large-type\` on the page's root and makes every size 1.3 times as large.
// Written from values/look.ts by \`npm run look:files\`.
page,
body {
${lines(textVariables(), '  ')}
}

.large-type {
${lines(textVariables(LARGE_TYPE_PERCENT), '  ')}
}
`,
}
