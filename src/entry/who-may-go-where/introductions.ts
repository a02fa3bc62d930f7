import type { Rows } from './row.ts'

export const introductions: Rows = {}
