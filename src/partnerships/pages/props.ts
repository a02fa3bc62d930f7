import type { FormState } from '../../kit/web/form.ts'
import type { PartnershipRead, Wanted } from '../read-partnership.ts'

/** The forms of the page that were sent and found wanting. */
export type Forms = { readonly stage?: FormState; readonly line?: FormState; readonly shows?: FormState; readonly reminder?: FormState }
export type PageProps = { readonly read: PartnershipRead; readonly wanted: Wanted; readonly forms: Forms; readonly now: Date }
