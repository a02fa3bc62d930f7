import type { Rows } from './row.ts'

export const organising: Rows = {}
