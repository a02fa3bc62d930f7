import type { Network } from '../../../networks/index.ts'
import { routes } from '../../../routes.ts'
import { Steps } from '../../../ui/index.ts'

export const STEPS = ['The file', 'Columns', 'Mending', 'A look', 'In'] as const

/** Where one is on the way in. */
export function Way({ at }: { at: number }) {
  return <Steps label="Bringing a table" steps={STEPS} current={at} />
}

export function Above({ network }: { network: Network }) {
  return <a href={routes.network(network.slug)}>{network.name}</a>
}

export const WORDS_FOR = {
  members: { one: 'member', many: 'members', title: 'Members', says: 'Name, e-mail, phone, postcode, company or charity number: whatever you have.' },
  claims: { one: 'claim', many: 'claims', title: 'What members can do', says: 'Member, capability (its name or code), how strong, how much and from when.' },
  jobs: { one: 'job', many: 'jobs', title: 'Finished jobs', says: 'Member, what the job was, who did it together, for whom, finished on.' },
} as const

export const counted = (count: number, { one, many }: { one: string; many: string }): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
