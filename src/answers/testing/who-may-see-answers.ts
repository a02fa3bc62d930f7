import type { Actor } from '../../kit/ctx.ts'
import { maySee, type Facts } from '../../networks/index.ts'
import type { Sight } from '../../organisations/index.ts'
import type { AnswersWorld } from './answers-world.ts'

export type Seen = Readonly<Record<string, readonly string[]>>

/** What the pure rule says a viewer may see of each table of this room: the keys of its rows, sorted. */
export function whatTheRuleSays(world: AnswersWorld, actor: Actor): Seen {
  const house = actor.by === 'house'
  const acting = world.staff.find((one) => one.person === actor.person && one.organisation === actor.organisation && !one.left)?.organisation
  const organised = world.organisers.filter((one) => one.person === actor.person && !one.ended).map((one) => one.network)
  const circles = new Set([...organised, ...world.memberships.filter((one) => acting && one.organisation === acting && !one.left).map((one) => one.network)])
  const facts = new Map(world.organisations.map((one): [string, { page: Sight; facts: Facts }] => [one.id, {
    page: one.page, facts: {
      ours: one.id === acting || (!one.claimed && one.listedBy === actor.person), partner: world.partners.some((each) => each.organisation === one.id && each.partner === acting && !each.ended),
      sharesNetwork: world.memberships.some((each) => each.organisation === one.id && !each.left && circles.has(each.network)),
      granted: world.grants.some((each) => each.organisation === one.id && each.to === acting && each.current),
    },
  }]))
  const ours = (organisation: string) => house || !!facts.get(organisation)?.facts.ours
  /** What belongs to a page is not seen without it; a grant of the page stands as membership does. */
  const seen = (organisation: string, word: Sight) => {
    const owner = facts.get(organisation)
    return house || (!!owner && maySee(owner.page, owner.facts) && maySee(word, { ...owner.facts, sharesNetwork: owner.facts.sharesNetwork || owner.facts.granted, granted: false }))
  }
  const isOurJob = (job: string) => house || world.parties.some((one) => one.job === job && one.organisation === acting)
  const partSeen = (one: AnswersWorld['parties'][number]) => isOurJob(one.job) || (one.confirmed && seen(one.organisation, one.word))
  const claimSeen = new Map(world.claims.map((one) => [one.id, seen(one.organisation, one.word) && (!one.removed || ours(one.organisation))]))
  const parts = world.parties.filter(partSeen)
  const ids = (rows: readonly { id: string }[]) => rows.map((one) => one.id)
  const ourJobs = ids(world.jobs.filter((one) => isOurJob(one.id)))
  return sorted({
    answer: ids(world.answers.filter((one) => seen(one.organisation, one.word))),
    claim: ids(world.claims.filter((one) => claimSeen.get(one.id))),
    certificate: ids(world.certificates.filter((one) => seen(one.organisation, one.word))),
    figure: ids(world.figures.filter((one) => seen(one.organisation, one.word))),
    proof: ids(world.proofs.filter((one) => claimSeen.get(one.claim) && seen(one.organisation, one.word) && (one.stands || ours(one.organisation)))),
    job: [...new Set(parts.map((one) => one.job))],
    job_party: parts.map((one) => `${one.organisation} ${one.job}`),
    job_value: ourJobs, job_witness: ourJobs,
    recommendation: ids(world.recommendations.filter((one) => house || one.organisation === acting || one.from === acting || (one.stands && seen(one.organisation, one.word)))),
    answer_version: ids(world.owned.filter((one) => ours(one.organisation))), dismissed_note: ids(world.owned.filter((one) => ours(one.organisation))), suggestion: ids(world.owned.filter((one) => ours(one.organisation))),
  })
}

export function sorted(seen: Readonly<Record<string, readonly string[]>>): Seen {
  return Object.fromEntries(Object.entries(seen).map(([table, keys]) => [table, [...keys].sort()]))
}
