import type { Rows } from './row.ts'

export const referrals: Rows = {}
