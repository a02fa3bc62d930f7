import { listClaims, listJobsById, type Claim } from '../answers/index.ts'
import { findBrief } from '../briefs/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { dayInWords } from '../ui/index.ts'
import { coverLine, gridOf, LEVEL_WORD, type Covers, type Level } from './grid.ts'
import { holdings } from './seat.ts'
import { NEED_WORDS, type Team } from './team.ts'
import { viewTeam } from './builder.ts'

/** The team on one page: who does what, with the proof. Only what whoever makes it may see; parts kept to a holder never leave the team. */
export type TeamSheet = {
  readonly team: Team
  readonly lead: string
  readonly forWhom?: string
  readonly says: string
  readonly lines: readonly SheetLine[]
  readonly members: readonly { readonly name: string; readonly does: readonly string[]; readonly lead: boolean }[]
  readonly sections: readonly SheetSection[]
}
export type SheetLine = { readonly part: string; readonly need: string; readonly size?: string; readonly holder: string; readonly level?: Level; readonly word: string; readonly proof: readonly string[]; readonly confirmed?: string }

export const SHEET_SECTIONS = ['proof', 'members', 'dates'] as const
export type SheetSection = (typeof SHEET_SECTIONS)[number]
export const SECTION_WORDS: Readonly<Record<SheetSection, string>> = { proof: 'The proof behind each part', members: 'The organisations in the team', dates: 'Dates and amounts' }

export async function readSheet(ctx: Ctx, id: Id<'team'>, sections: readonly SheetSection[]): Promise<TeamSheet> {
  const view = await viewTeam(ctx, id)
  const held = holdings(view.seats)
  const parts = view.parts.filter((part) => !part.needToKnow)
  const { claims, jobs, forWhom } = await ctx.read(async (tx) => {
    const ofEach = new Map<string, readonly Claim[]>()
    for (const member of view.members) ofEach.set(member, await listClaims(tx, member as Id<'organisation'>).catch(() => [])) // members are organisations
    const ids = [...ofEach.values()].flatMap((list) => list.flatMap((claim) => claim.proofs.flatMap((proof) => (proof.behind.is === 'job' ? [proof.behind.id] : []))))
    const brief = view.team.brief && await findBrief(tx, view.team.network, view.team.brief)
    return { claims: ofEach, jobs: new Map((await listJobsById(tx, [...new Set(ids)])).map((job) => [job.id as string, job])), forWhom: brief?.forWhom }
  })
  const shown: Covers = new Map(view.rows.map((row) => [row.part.id, new Map(row.cells.flatMap((cell) => (cell.covering ? [[cell.organisation, cell.covering] as const] : [])))]))
  const rows = gridOf(parts, view.members, shown)
  const lines = rows.map((row): SheetLine => {
    const seat = held.get(row.part.id), covering = row.cells.find((cell) => cell.covering)?.covering
    const claim = seat?.organisation && covering ? claims.get(seat.organisation)?.find((one) => one.id === covering.claim || (one.capability !== undefined && one.capability === covering.capability)) : undefined
    const word = seat?.parts.find((one) => one.part === row.part.id)?.proof
    return {
      part: row.part.says, need: NEED_WORDS[row.part.need], size: [row.part.size, row.part.startsOn && `from ${dayInWords(row.part.startsOn)}`, row.part.endsOn && `to ${dayInWords(row.part.endsOn)}`].filter(Boolean).join(', ') || undefined,
      holder: seat?.organisation ? view.names.get(seat.organisation) ?? 'An organisation' : 'Nobody yet', level: row.level, word: row.level ? LEVEL_WORD[row.level] : 'Gap',
      proof: claim ? proofLines(claim, jobs) : [], confirmed: word?.is === 'confirmed' ? dayInWords(word.at) : undefined,
    }
  })
  return {
    team: view.team, lead: view.names.get(view.team.lead) ?? 'The lead', forWhom, says: coverLine(rows, 1), lines, sections,
    members: view.members.map((member) => ({ name: view.names.get(member) ?? 'An organisation', lead: member === view.team.lead, does: parts.filter((part) => held.get(part.id)?.organisation === member).map((part) => part.says) })),
  }
}

function proofLines(claim: Claim, jobs: ReadonlyMap<string, { what: string; forWhom?: string; finishedOn: string }>): readonly string[] {
  const ofJobs = claim.proofs.flatMap((proof) => { const job = proof.behind.is === 'job' ? jobs.get(proof.behind.id) : undefined; return job ? [`${job.what}${job.forWhom ? `, for ${job.forWhom}` : ''} (${dayInWords(job.finishedOn)})`] : [] })
  const others = { certificate: 0, recommendation: 0, figure: 0, job: 0 }
  for (const proof of claim.proofs) others[proof.behind.is] += 1
  return [
    ...ofJobs.slice(0, 2),
    ...(others.certificate > 0 ? [others.certificate === 1 ? 'A certificate in force or kept on file' : `${others.certificate} certificates`] : []),
    ...(others.recommendation > 0 ? [others.recommendation === 1 ? 'A recommendation' : `${others.recommendation} recommendations`] : []),
  ]
}
