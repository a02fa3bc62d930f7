import type { Role } from './staff.ts'

/** How the asker stands to an organisation: their role while acting for it, or having listed it while nobody has claimed it. */
export type Keeping = { readonly role?: Role; readonly listedIt: boolean }

export const mayEdit = ({ role, listedIt }: Keeping): boolean => listedIt || role === 'owner' || role === 'editor'
export const mayDecideWhoSees = mayEdit
export const mayChooseStaff = ({ role }: Keeping): boolean => role === 'owner'
export const mayGiveClaimLink = ({ listedIt }: Keeping): boolean => listedIt
export const mayClose = ({ role, listedIt }: Keeping): boolean => listedIt || role === 'owner'
/** Joining and leaving networks binds the whole organisation. */
export const mayJoinNetworks = ({ role, listedIt }: Keeping): boolean => listedIt || role === 'owner' || role === 'editor'
