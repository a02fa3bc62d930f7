import type { Rows } from './row.ts'

export const teams: Rows = {}
