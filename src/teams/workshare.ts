import type { Id } from '../kit/ids.ts'

/** Who was promised how much of a part, and who got it: each side's own figure. Where both say the same, it is confirmed. */
export type Unit = 'percent' | 'pence' | 'hours'
export const UNITS = ['percent', 'pence', 'hours'] as const
export const UNIT_WORDS: Readonly<Record<Unit, string>> = { percent: 'Share of the work, in %', pence: 'Money, in pounds', hours: 'Hours' }

export type Said = { readonly lead?: number; readonly holder?: number }
export type Workshare = {
  readonly seat: Id<'seat'>
  readonly part: Id<'team part'>
  readonly unit: Unit
  readonly promised: Said
  readonly delivered: Said
  readonly deliveredAt?: Date
}

export type Standing =
  | { readonly is: 'not said' }
  | { readonly is: 'waits'; readonly for: 'lead' | 'holder'; readonly figure: number }
  | { readonly is: 'differs'; readonly lead: number; readonly holder: number }
  | { readonly is: 'confirmed'; readonly figure: number }

export function standingOf({ lead, holder }: Said): Standing {
  if (lead === undefined && holder === undefined) return { is: 'not said' }
  if (lead === undefined) return { is: 'waits', for: 'lead', figure: holder ?? 0 }
  if (holder === undefined) return { is: 'waits', for: 'holder', figure: lead }
  return lead === holder ? { is: 'confirmed', figure: lead } : { is: 'differs', lead, holder }
}

/** Whether a promise was kept, once both have confirmed both figures; nothing before. */
export function keptOf(share: Pick<Workshare, 'promised' | 'delivered'>): 'kept' | 'less' | undefined {
  const promised = standingOf(share.promised), delivered = standingOf(share.delivered)
  if (promised.is !== 'confirmed' || delivered.is !== 'confirmed') return undefined
  return delivered.figure >= promised.figure ? 'kept' : 'less'
}

export type KeptRecord = { readonly kept: number; readonly settled: number }

/** What a lead's record says to those it invites next. Only facts that both sides confirmed, and never whose they were. */
export function recordInWords({ kept, settled }: KeptRecord): string {
  if (settled === 0) return 'No finished promise of theirs has been confirmed by both sides yet.'
  if (kept === settled) return settled === 1 ? 'The one promise both sides have confirmed was kept in full.' : `All ${settled} promises that both sides confirmed were kept in full.`
  return `${kept} of ${settled} promises that both sides confirmed were kept in full.`
}

export function figureInWords(figure: number, unit: Unit): string {
  switch (unit) {
    case 'percent': return `${figure} %`
    case 'hours': return figure === 1 ? '1 hour' : `${figure.toLocaleString('en-GB')} hours`
    case 'pence': return `£${(figure / 100).toLocaleString('en-GB', { minimumFractionDigits: figure % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 })}`
  }
}

export function standingInWords(said: Said, unit: Unit, lead: string, holder: string): string {
  const standing = standingOf(said)
  switch (standing.is) {
    case 'not said': return 'Not said yet'
    case 'waits': return standing.for === 'lead' ? `${holder} says ${figureInWords(standing.figure, unit)}; ${lead} has yet to say` : `${lead} says ${figureInWords(standing.figure, unit)}; ${holder} has yet to say`
    case 'differs': return `${lead} says ${figureInWords(standing.lead, unit)}, ${holder} says ${figureInWords(standing.holder, unit)}`
    case 'confirmed': return `${figureInWords(standing.figure, unit)}, confirmed by both`
  }
}
