import { routes } from '../../routes.ts'
import type { Chip } from '../../ui/index.ts'
import { monthInWords, queryOf, type LookedFor } from './looked-for.ts'

/** Filters in use, each to be taken away, and the usual ones that are not, each to be put on. */
export function filterChips(looked: LookedFor, now: Date): readonly Chip[] {
  const to = (more: Readonly<Record<string, string | undefined>>) => routes.findPartners + queryOf(looked, more)
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 7)
  return [
    looked.within ? { label: looked.near ? `Within ${looked.within} miles of ${looked.near}` : `Within ${looked.within} miles`, href: to({ within: undefined, near: undefined }), on: true, removes: true } : { label: 'Within 30 miles', href: to({ within: '30' }) },
    looked.proven ? { label: 'Has proof', href: to({ proven: undefined }), on: true, removes: true } : { label: 'Has proof', href: to({ proven: 'yes' }) },
    looked.free ? { label: `Free in ${monthInWords(looked.free, now)}`, href: to({ free: undefined }), on: true, removes: true } : { label: `Free in ${monthInWords(next, now)}`, href: to({ free: next }) },
    looked.size === 'small' ? { label: 'Small organisations', href: to({ size: undefined }), on: true, removes: true } : { label: 'Small organisations', href: to({ size: 'small' }) },
    looked.size === 'new' ? { label: 'New to us', href: to({ size: undefined }), on: true, removes: true } : { label: 'New to us', href: to({ size: 'new' }) },
  ]
}
