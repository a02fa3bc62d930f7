import { expect, test } from 'vitest'
import { settingNames } from '../src/kit/settings.ts'
import { settingsPage, settingsPageAsKept } from './settings-page.ts'

test('the page of settings says what the house reads; node scripts/settings-page.ts writes it again', () => {
  expect(settingsPageAsKept()).toBe(settingsPage())
})

test('every setting is on it, each on a line of its own', () => {
  const lines = settingsPageAsKept().split('\n').filter((line) => line.startsWith('| `'))

  expect(lines.map((line) => /`(\w+)`/.exec(line)?.[1])).toEqual(settingNames)
})
