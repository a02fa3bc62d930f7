import { SCHEME_CODES } from '../../organisations/index.ts'
import type { KnownMember } from './plan-members.ts'

/** Finds the member that a cell names: by its name, Guildhall's own id, or a register's code and number, as in GB-COH 01234567. */
export function memberNamed(known: readonly KnownMember[]): (word: string) => { found?: KnownMember; problem?: string } {
  const byId = new Map(known.map((one) => [one.id, one]))
  const byName = Map.groupBy(known, (one) => one.name.trim().toLowerCase())
  const byNumber = new Map(known.flatMap((one) => SCHEME_CODES.flatMap((scheme) => (one.cells[scheme] ?? '').split('; ').filter(Boolean).map((value) => [`${scheme} ${value}`.toLowerCase(), one] as const))))
  return (word) => {
    const plain = word.trim().toLowerCase()
    if (plain === '') return { problem: 'Say which member it is about.' }
    const named = byName.get(plain) ?? []
    const found = byId.get(plain) ?? (named.length === 1 ? named[0] : undefined) ?? byNumber.get(plain)
    if (found) return { found }
    return { problem: named.length > 1 ? `Several members are called “${word.slice(0, 60)}”. Write Guildhall’s own id of the one you mean.` : `No member of this network is called “${word.slice(0, 60)}”. Bring it in first, or write its name as the member list does.` }
  }
}

/** Why a row about this member is left as it is; nothing where its organiser may change it. */
export function keptBecause({ ours, claimed }: KnownMember): string | undefined {
  return ours ? undefined : claimed ? 'Its own people look after this page.' : 'Another organiser listed it and looks after it.'
}

/** A day as people and spreadsheets write it, in the form we keep; nothing where it is none. */
export function dayMeant(written: string): string | undefined {
  const plain = written.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : british ? [british[3], british[2], british[1]] : wordy(plain)
  if (!year || !month || !day) return undefined
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** As in 2 Mar 2027. */
function wordy(plain: string): readonly (string | undefined)[] {
  const [, day, month, year] = /^(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})$/.exec(plain) ?? []
  const at = MONTHS.indexOf((month ?? '').toLowerCase())
  return at < 0 ? [] : [year, String(at + 1), day]
}
