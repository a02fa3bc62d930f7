import { LEVEL_OF_PROOF, STRENGTH_WORDS, type Claim, type Job } from '../../answers/index.ts'
import { dayInWords } from '../../ui/index.ts'
import type { BehindWords } from './read-behind.ts'

/** A claim as its owner makes it, and each proof behind it that the asker may see. */
export function behindClaim(who: string, claim: Claim, behind: ReadonlyMap<string, BehindWords>): readonly string[] {
  const begins = `${who}: ${claim.title}, ${STRENGTH_WORDS[claim.strength].toLowerCase()}${claim.says ? `: “${claim.says}”.` : '.'} ${LEVEL_OF_PROOF[claim.level]}.`
  return [begins, ...(claim.capacity?.says ? [`Time they have: ${claim.capacity.says}.`] : []), ...claim.proofs.flatMap((proof) => { const one = behind.get(proof.behind.id); return one ? [proofInWords(one, claim.organisation, who === 'You')] : [] })]
}

function proofInWords(one: BehindWords, owner: string, ours: boolean): string {
  switch (one.is) {
    case 'job': return jobInWords(one.job, owner, ours)
    case 'recommendation': return `“${one.words}” ${one.from ?? 'Somebody who keeps their name to themselves'}, ${dayInWords(one.saidOn)}.`
    case 'certificate': return `${one.name}${one.number ? ` ${one.number}` : ''}, from ${one.issuedBy}${one.expiresOn ? `, good until ${dayInWords(one.expiresOn)}` : ''}.`
    case 'figure': return `${one.says}. Source: ${one.source}, ${dayInWords(one.on)}.`
  }
}

/** A finished job: what, for whom, when, and who else was in it of those who show it. */
export function jobInWords(job: Job, owner: string, ours = false): string {
  const did = job.parties.find((party) => party.organisation === owner)?.did
  const others = job.parties.flatMap((party) => (party.organisation !== owner && party.confirmedAt && party.name ? [party.name] : []))
  const withWhom = others.length > 0 ? `, with ${inList(others)}` : ''
  const customer = job.customer ? ` “${job.customer.says}” ${job.customer.name}.` : ''
  return `Job: ${job.what}${job.forWhom ? `, for ${job.forWhom}` : ''}, finished ${dayInWords(job.finishedOn)}${withWhom}.${did ? ` ${ours ? 'Your' : 'Their'} part: ${did}${/[.!?]$/.test(did) ? '' : '.'}` : ''}${customer}`
}

export function inList(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
