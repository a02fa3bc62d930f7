import type { Id } from '../kit/ids.ts'

/** Someone who works for an organisation here. An owner decides, an editor writes, a member looks and answers. */
export type Staff = { readonly person: Id<'person'>; readonly name: string; readonly role: Role; readonly since: Date }

export const ROLES = ['owner', 'editor', 'member'] as const
export type Role = (typeof ROLES)[number]

export const ROLE_CHOICES: readonly { value: Role; label: string; hint: string }[] = [
  { value: 'member', label: 'Member', hint: 'Sees what the organisation sees and answers for it.' },
  { value: 'editor', label: 'Editor', hint: 'Also changes the page and who sees it.' },
  { value: 'owner', label: 'Owner', hint: 'Also decides who works here, and may close it.' },
]

export const ROLE_WORDS: Readonly<Record<Role, string>> = { owner: 'Owner', editor: 'Editor', member: 'Member' }

/** An organisation that has been claimed always has somebody who decides. */
export function keepsAnOwner(owners: readonly Id<'person'>[], leaving: Id<'person'>): boolean {
  return owners.some((owner) => owner !== leaving)
}
