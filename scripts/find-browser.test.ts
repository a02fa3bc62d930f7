import { expect, test } from 'vitest'
import { findBrowser, NoBrowser, runs } from './find-browser.ts'

test('a browser that was chosen and does not run is said to, and no other is taken in its place', async () => {
  await expect(findBrowser('/nowhere/chromium')).rejects.toThrow('PLAYWRIGHT_CHROMIUM names /nowhere/chromium, which does not run.')
  await expect(findBrowser('/nowhere/chromium')).rejects.toThrow(NoBrowser)
})

test('a file that is no program is no browser', () => {
  expect(runs('/etc/hostname')).toBe(false)
  expect(runs('/bin/false')).toBe(false)
})
