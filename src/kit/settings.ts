import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'

/** Every setting there is, its default and what it is for. `docs/settings.md` is written from this list. */
const LIST = {
  PORT: { default: '4000', says: 'The port the web pages are served on. 0 picks a free one.' },
  HOST: { default: '::', says: 'The address to listen on. 127.0.0.1 keeps it to this machine.' },
  BASE_URL: { default: '', says: 'The address people use, such as https://guildhall.example. Empty means http://localhost and the port.' },
  DATA_DIR: { default: './data', says: 'The folder that holds the database, files, keys and backups.' },
  DATABASE_URL: { default: '', says: 'Your own PostgreSQL 15 or newer, as the owner of an empty database. Empty means the one Guildhall brings along.' },
  DATABASE_APP_URL: { default: '', says: 'With DATABASE_URL: the address for the everyday role guildhall_app, where the owner may not create roles.' },
  DATABASE_POOL: { default: '10', says: 'How many database connections the web may hold.' },
  SMTP_URL: { default: '', says: 'Your mail server, such as smtps://name:password@mail.example. Empty keeps every message under Mail, with links to copy.' },
  MAIL_FROM: { default: 'Guildhall <guildhall@localhost>', says: 'The sender of our e-mails.' },
  OIDC_ISSUER: { default: '', says: 'An OpenID Connect provider to sign in with, such as https://login.example.' },
  OIDC_CLIENT_ID: { default: '', says: 'What the provider calls us.' },
  OIDC_CLIENT_SECRET: { default: '', says: 'The secret the provider gave us.' },
  OIDC_NAME: { default: 'your organisation’s account', says: 'What the button for it says after "Sign in with".' },
  TRUSTED_PROXIES: { default: '', says: 'Addresses of proxies in front of us, separated by commas, whose X-Forwarded-For we believe.' },
  LOG_LEVEL: { default: 'info', says: 'How much to log: silent, error, warn, info or debug.' },
  WORKER: { default: 'yes', says: 'Whether this process also does the background work: yes or no.' },
  OUTSIDE_PRIVATE: { default: 'no', says: 'Whether webhooks may go to addresses of private networks, such as a server beside this one: yes or no.' },
  OUTSIDE_CERTIFICATES: { default: '', says: 'A file with certificates to trust besides the usual ones, for receivers of webhooks on your own network.' },
  REGISTERS_DIR: { default: '', says: 'A folder whose folders the host may bring in as registers, by page or API. Empty lets pages read none of this machine; handing files in and the terminal work without.' },
  METRICS_TOKEN: { default: '', says: 'A secret of 20 characters or more that /metrics asks for. Empty serves figures to this machine only.' },
} as const

export type SettingName = keyof typeof LIST
export const settingNames = Object.keys(LIST) as SettingName[]
export const settingList: Readonly<Record<SettingName, { default: string; says: string }>> = LIST

/** A setting as it may be read over somebody's shoulder: passwords and secrets are only said to be there. */
export function settingShown(settings: Settings, name: SettingName): string {
  const value = settings[name]
  if (/SECRET|TOKEN|_URL$/.test(name) && name !== 'BASE_URL' && value !== '') return '(set)'
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : Array.isArray(value) ? value.join(', ') : String(value)
}

const urlOr = (empty: string, words: string) => z.string().refine((text) => text === empty || URL.canParse(text), words)
const whole = (words: string, most: number) => z.string().regex(/^\d{1,6}$/, words).transform(Number).refine((n) => n <= most, words)

const schema = z.object({
  PORT: whole('PORT is a number from 0 to 65535.', 65535),
  HOST: z.string(),
  BASE_URL: urlOr('', 'BASE_URL is a whole address, such as https://guildhall.example.'),
  DATA_DIR: z.string().min(1, 'DATA_DIR is the path of a folder.').transform((path) => resolve(path)),
  DATABASE_URL: urlOr('', 'DATABASE_URL is a whole address, such as postgres://name:password@host/database.'),
  DATABASE_APP_URL: urlOr('', 'DATABASE_APP_URL is a whole address, such as postgres://guildhall_app:password@host/database.'),
  DATABASE_POOL: whole('DATABASE_POOL is a number from 1 to 500.', 500).refine((n) => n >= 1, 'DATABASE_POOL is a number from 1 to 500.'),
  SMTP_URL: z.string().refine((text) => text === '' || /^smtps?:\/\//.test(text), 'SMTP_URL begins with smtp:// or smtps://.'),
  MAIL_FROM: z.string().min(3, 'MAIL_FROM is an e-mail address.'),
  OIDC_ISSUER: urlOr('', 'OIDC_ISSUER is a whole address, such as https://login.example.'),
  OIDC_CLIENT_ID: z.string(),
  OIDC_CLIENT_SECRET: z.string(),
  OIDC_NAME: z.string(),
  TRUSTED_PROXIES: z.string().transform((text) => text.split(',').map((one) => one.trim()).filter(Boolean)),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug'], 'LOG_LEVEL is silent, error, warn, info or debug.'),
  WORKER: z.enum(['yes', 'no'], 'WORKER is yes or no.').transform((word) => word === 'yes'),
  OUTSIDE_PRIVATE: z.enum(['yes', 'no'], 'OUTSIDE_PRIVATE is yes or no.').transform((word) => word === 'yes'),
  OUTSIDE_CERTIFICATES: z.string().refine((path) => path === '' || existsSync(path), 'OUTSIDE_CERTIFICATES names a file that is there.'),
  REGISTERS_DIR: z.string().refine((path) => path === '' || existsSync(path), 'REGISTERS_DIR names a folder that is there.').transform((path) => (path === '' ? '' : resolve(path))),
  METRICS_TOKEN: z.string().refine((text) => text === '' || text.length >= 20, 'METRICS_TOKEN has 20 characters or more.'),
})

export type Settings = Readonly<z.output<typeof schema>>

/** Settings that cannot be used, in words for whoever hosts; one sentence each. */
export class WrongSettings extends Error {
  readonly sentences: readonly string[]
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.name = 'WrongSettings'
    this.sentences = sentences
  }
}

/** Reads the settings file (`guildhall.env` beside where we were started, or GUILDHALL_SETTINGS) and the environment, which wins. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const file = environment.GUILDHALL_SETTINGS ?? 'guildhall.env'
  if (environment.GUILDHALL_SETTINGS && !existsSync(file)) throw new WrongSettings([`The settings file ${file} is not there.`])
  const written: Partial<Record<string, string>> = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  const unknown = Object.keys(written).filter((name) => !(name in LIST)).map((name) => `${file} names ${name}, which is not a setting. ${nearest(name)}`)
  const chosen = Object.fromEntries(settingNames.map((name) => [name, environment[name] || written[name] || LIST[name].default]))
  const read = schema.safeParse(chosen)
  if (unknown.length || !read.success) throw new WrongSettings([...unknown, ...(read.success ? [] : read.error.issues.map((issue) => issue.message))])
  return read.data
}

function nearest(name: string): string {
  const letters = (text: string) => [...text.toUpperCase()].sort().join('')
  const near = settingNames.find((known) => letters(known) === letters(name)) ?? settingNames.find((known) => known.startsWith(name.slice(0, 4).toUpperCase()))
  return near ? `Did you mean ${near}?` : 'guildhall settings lists them all.'
}
