import { mayEdit, type Keeping } from '../organisations/index.ts'

/** Owners and editors write, publish and answer for their organisation. */
export const mayKeepBriefs = (keeping: Keeping): boolean => mayEdit(keeping)
