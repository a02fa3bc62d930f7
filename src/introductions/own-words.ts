import { listAnswers, listClaims } from '../answers/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Organisation, Sight } from '../organisations/index.ts'
import type { OwnWords } from './note.ts'

/** Words that every member may read. A note goes to somebody else, so nothing narrower is put into it by us. */
const isForMembers = ({ sight }: { readonly sight: Sight }): boolean => sight === 'network' || sight === 'anyone'

/** What an organisation says of itself to members: for a note about it, or from it. */
export async function readOwnWords(tx: Tx, organisation: Organisation): Promise<OwnWords> {
  if (!isForMembers(organisation)) return { name: organisation.name }
  const answers = (await listAnswers(tx, organisation.id)).filter(isForMembers)
  const says = (question: number) => answers.find((answer) => answer.question === question)?.words
  const best = (await listClaims(tx, organisation.id)).find((claim) => isForMembers(claim) && claim.strength !== 'can_do')
  return { name: organisation.name, best: says(3) ?? (best && [best.title, best.says].filter(Boolean).join(': ')), only: says(4), needs: says(2) }
}
