import { table } from '../../engine/evaluate/table.ts'
import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import type { Errand } from '../upkeep/index.ts'

type About = {
  readonly errand: Errand
  readonly coordinator: Id<'organisation'>
  readonly project: string
  readonly ids: ReadonlyMap<string, Id<'organisation'>>
  /** Who really took part. */
  readonly real: ReadonlySet<string | undefined>
  readonly typeOf: ReadonlyMap<string, string>
}

/** What one errand came to, as tables at a terminal. Public bodies are named; others go by their number, since a few of them are people. */
export async function sayErrand(ctx: Ctx, { errand, coordinator, project, ids, real, typeOf }: About, say: (line: string) => void): Promise<void> {
  const { fits: { suggestions }, proposals, taken, without, took } = errand
  const numbers = new Map([...ids].map(([registered, id]) => [id as string, registered]))
  const members = proposals.is === 'proposed' ? proposals.proposals.flatMap((one) => one.members.map(({ organisation }) => organisation)) : []
  const anyone = [...new Set([coordinator, ...suggestions.map(({ organisation }) => organisation), ...members, ...without.line.choices.banned])] as Id<'organisation'>[] // ids of organisations, all of them
  const names = await ctx.read((tx) => namesOfOrganisations(tx, anyone))
  const called = (id: string) => { const registered = numbers.get(id) ?? ''; return ['HES', 'REC', 'PUB'].includes(typeOf.get(registered) ?? '') ? names.get(id) ?? registered : `organisation ${registered}` }
  const ms = (what: string) => `${(took.find((one) => one.what.startsWith(what))?.ms ?? 0).toFixed(0)} ms`

  say(`\nSigned in, you act for ${called(coordinator)}; the pages and the API do the same.`)
  say(`\nProject ${project}, asked as its coordinator ${called(coordinator)}, answered in ${ms('find partners')}`)
  say(table([['', 'word', 'really took part', 'why'], ...suggestions.map(({ organisation, word, facts }) => [called(organisation), word, real.has(organisation) ? 'yes' : '', [...new Set(facts.reasons.map(({ is }) => is.replaceAll('-', ' ')))].join(', ')])]))
  say(`\nIts brief has ${taken.parts.length} parts. ${proposals.is === 'refused' ? proposals.says : `Line-ups proposed in ${ms('propose')}:`}`)
  if (proposals.is === 'proposed') say(table([['', 'members', 'without a holder', 'how sure'], ...proposals.proposals.map((one) => [one.title, one.members.map(({ organisation, parts }) => `${called(organisation)} (${parts.length})`).join(', '), String(one.open.length), one.sure])]))
  say(`Taken over: ${taken.says}`)
  const [away] = without.line.choices.banned
  if (away && without.proposals.is === 'proposed') say(`What if ${called(away)} were not there, answered in ${ms('what if')}: ${without.proposals.proposals[0]?.members.map(({ organisation }) => called(organisation)).join(', ') ?? 'nobody'}; ${without.proposals.proposals[0]?.open.length ?? 0} parts without a holder.`)
}
