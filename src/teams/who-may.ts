import type { Role } from '../organisations/index.ts'

/** How the asker stands to a team: in whose name they act, and what they may do there. */
export type Standing = { readonly leads: boolean; readonly sits: boolean; readonly role?: Role }

const binds = ({ role }: Standing): boolean => role === 'owner' || role === 'editor'

export const mayLead = (standing: Standing): boolean => standing.leads && binds(standing)
/** Speaking in the team's room, confirming one's own proof, saying what was delivered. */
export const mayTakePart = (standing: Standing): boolean => (standing.leads || standing.sits) && binds(standing)
