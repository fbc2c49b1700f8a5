import { expect, test } from 'vitest'
import { compiledWeapp, launch, loneDevice } from './in-jsdom'

test('the compiled mini-program starts on its first page', () => {
  const host = launch(loneDevice())
  expect(host.pages.top.path).toBe(compiledWeapp().app.pages[0])
})
