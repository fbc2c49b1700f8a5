import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lookTexts } from './look-texts'

test.each(Object.entries(lookTexts))(
  '%s says what values/look.ts says; `npm run look:files` writes it',
  (file, text) => {
    expect(readFileSync(file, 'utf8')).toBe(text)
  },
)
