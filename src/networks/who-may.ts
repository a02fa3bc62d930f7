import type { Place } from './network.ts'

export const mayTend = ({ organises }: Place): boolean => organises
export const mayInvite = ({ organises }: Place): boolean => organises
export const mayChooseOrganisers = ({ organises }: Place): boolean => organises
export const mayKeepVocabulary = ({ organises }: Place): boolean => organises
export const maySeeMembers = ({ organises, isMember }: Place): boolean => organises || isMember
export const mayRemoveMember = ({ organises }: Place): boolean => organises
