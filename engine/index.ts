export type { Ties } from './atlas/ties.ts'
