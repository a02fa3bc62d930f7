import { z } from 'zod'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { LIMITS_AT_A_TERMINAL } from '../../kit/tables/table.ts'
import { changeNetwork, getNetworkById, importCapabilities, startNetwork } from '../../networks/index.ts'
import { bringTable } from '../moving/bring-table.ts'
import { KINDS, type Tell } from '../moving/shape.ts'
import { NotAsWritten } from './errors.ts'
import type { Section } from './parts.ts'
import type { Brought } from './read-export.ts'
import { changesOf, type Step } from './step.ts'

const words = z.object({ name: z.string().max(100), purpose: z.string().max(500), kind: z.string().max(80), houseRules: z.string().max(4_000).nullish(), listed: z.enum(['anyone', 'members']) })
const FIELDS = { name: 'Name', purpose: 'What it is for', kind: 'Kind', houseRules: 'House rules', listed: 'Who may find it' }
const TITLES = { members: 'Members', claims: 'What members can do', jobs: 'Finished jobs' } as const

/**
 * A network with its rules, its vocabulary and its tables, by the very actions that a page uses. Its members come as listings to be
 * claimed: nobody is made a member, and no person is brought in. Each table can be taken back for 30 days, as any table.
 */
export async function bringNetwork(tx: Tx, brought: Brought, into: Id<'network'> | undefined, tell: Tell): Promise<{ network: Id<'network'>; sections: readonly Section[] }> {
  const { data: said, error } = words.safeParse(brought.tables['network']?.[0])
  if (!said) throw new NotAsWritten(error.issues.map((issue) => `The network, ${issue.path.join('.')}: ${issue.message}`))
  const input = { name: said.name, purpose: said.purpose, kind: said.kind, houseRules: said.houseRules ?? '', listed: said.listed }
  const sections: Section[] = []
  const before = into && await getNetworkById(tx, into)
  const changes = before ? changesOf(FIELDS, { ...before }, input) : []
  if (before && changes.length > 0) await changeNetwork(tx, before.slug, { ...input, houseRules: input.houseRules || before.houseRules || '' })
  const network = before ?? await startNetwork(tx, input)
  const step: Step = { about: said.name, does: !before ? 'new' : changes.length > 0 ? 'changed' : 'same', changes, ...(before ? {} : { because: 'You become its first organiser. Its address here is given anew.' }) }
  sections.push({ title: 'The network and its rules', steps: [step] })
  await tell(1)
  const vocabulary = brought.files.get('for-another-network/vocabulary.csv')
  if (vocabulary && vocabulary.toString('utf8').trim().split('\n').length > 1) {
    const { added, changed, same } = await importCapabilities(tx, network.slug, vocabulary.toString('utf8'))
    sections.push({ title: 'The vocabulary', steps: counted('words', { new: added, changed, same, kept: 0 }) })
  }
  await tell(2)
  for (const [at, kind] of KINDS.entries()) {
    const bytes = brought.files.get(`for-another-network/${kind}.csv`)
    if (bytes && bytes.toString('utf8').trim().split('\n').length > 1) {
      const { counts, leftOut } = await bringTable(tx, network, kind, { name: `${kind}.csv of ${brought.of.name}`, bytes }, LIMITS_AT_A_TERMINAL, async () => tell(at + 2))
      sections.push({ title: TITLES[kind], steps: [...counted(kind, counts), ...leftOut.map((line): Step => ({ about: line.name, does: 'left', because: line.because }))] })
    }
    await tell(at + 3)
  }
  return { network: network.id, sections }
}

function counted(things: string, counts: { new: number; changed: number; same: number; kept: number }): readonly Step[] {
  const line = (does: Step['does'], count: number, because?: string): readonly Step[] => (count === 0 ? [] : [{ about: `${count.toLocaleString('en-GB')} ${things}`, does, because }])
  return [...line('new', counts.new, things === 'members' ? 'As listings, to be claimed by their own people.' : undefined), ...line('changed', counts.changed), ...line('same', counts.same), ...line('left', counts.kept, 'Their own people, or another organiser, look after them.')]
}
