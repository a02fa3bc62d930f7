import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readSettings, settingNames, WrongSettings } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'guildhall-settings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function sentencesOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment)
    return []
  } catch (error) {
    if (!(error instanceof WrongSettings)) throw error
    return error.sentences
  }
}

test('everything has a default that works', () => {
  const settings = readSettings({})

  expect(settings.PORT).toBe(4000)
  expect(settings.WORKER).toBe(true)
  expect(Object.keys(settings).sort()).toEqual([...settingNames].sort())
})

test('what cannot be used is said all at once, a sentence each', () => {
  const said = sentencesOf({ PORT: 'four thousand', BASE_URL: 'guildhall', SMTP_URL: 'mail.example', WORKER: 'maybe', METRICS_TOKEN: 'short' })

  expect(said).toHaveLength(5)
  for (const sentence of said) expect(sentence).toMatch(/^[A-Z_]+ .*\.$/)
})

test('the environment wins over the file, and the file over the default', () => {
  const file = join(folder, 'house.env')
  writeFileSync(file, 'PORT=5000\nMAIL_FROM=hall@haverstow.example\n')

  const settings = readSettings({ GUILDHALL_SETTINGS: file, PORT: '6000' })

  expect(settings.PORT).toBe(6000)
  expect(settings.MAIL_FROM).toBe('hall@haverstow.example')
})

test('a misspelt name in the file is pointed out, with the one that was meant', () => {
  const file = join(folder, 'misspelt.env')
  writeFileSync(file, 'SMTP_URI=smtp://mail.example\n')

  expect(sentencesOf({ GUILDHALL_SETTINGS: file })[0]).toContain('Did you mean SMTP_URL?')
})

test('a settings file that was named but is not there is missed', () => {
  expect(sentencesOf({ GUILDHALL_SETTINGS: join(folder, 'nowhere.env') })[0]).toContain('is not there')
})

test('an empty value means the default, so that a line can be emptied without being taken out', () => {
  expect(readSettings({ PORT: '' }).PORT).toBe(4000)
})
