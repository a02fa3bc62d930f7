import { sql } from 'kysely'
import type { Ctx, Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { SignInFirst } from '../kit/refusal.ts'
import type { MyNetwork } from '../networks/index.ts'
import { actingFor, personOf } from '../organisations/index.ts'
import { routes } from '../routes.ts'

export type Step = { readonly says: string; readonly why: string; readonly href: string; readonly done: boolean }

/** The first steps, each true only once it has really happened. Before them an organisation and a network. */
export async function readFirstSteps(tx: Tx, { organisation, networks }: { organisation?: Id<'organisation'>; networks: readonly MyNetwork[] }): Promise<readonly Step[]> {
  const [network] = networks
  const before: readonly Step[] = [
    { says: 'List your organisation', why: 'So that you act in its name, and others find it.', href: routes.newOrganisation, done: !!organisation },
    { says: 'Join a network, or start one', why: 'Partners are found among its members.', href: routes.networks, done: !!network },
  ]
  if (!organisation || !network) return before
  const is = await readDone(tx)
  return [
    { says: 'Answer question 4', why: 'What can only you do? It is what partners remember.', href: routes.answer(organisation, 4), done: is.answered },
    { says: 'Add proof', why: 'A job, a recommendation or a paper outweighs any claim.', href: routes.claims(organisation), done: is.proven },
    { says: 'Note one partnership', why: 'Somebody you recommend already. It takes ten seconds.', href: routes.newPartnership, done: is.noted },
    { says: 'Invite one person you recommend', why: 'Those you trust make this worth more to you.', href: network.organises ? routes.inviteMember(network.slug) : `${routes.newPartnership}?new=yes`, done: is.invited },
    { says: 'Save a match, or post a need', why: 'See who would fit you, why, and who could introduce you.', href: routes.findPartners, done: is.looked },
  ]
}

type Done = { readonly answered: boolean; readonly proven: boolean; readonly noted: boolean; readonly invited: boolean; readonly looked: boolean }

/** In one statement, of nothing but the asker’s own, since Home waits for it. Invited: somebody outside was written to, or listed here. */
async function readDone(tx: Tx): Promise<Done> {
  const [us, person] = [actingFor(tx), personOf(tx)]
  const { rows } = await sql<Done>`select
    exists (select 1 from answer a where a.organisation_id = ${us} and a.question = 4 and a.words <> '') as answered,
    exists (select 1 from proof p join claim c on c.organisation_id = p.organisation_id and c.id = p.claim_id where p.organisation_id = ${us} and c.removed_at is null) as proven,
    exists (select 1 from partnership_side s where s.organisation_id = ${us}) as noted,
    exists (select 1 from ask a where a.from_person = ${person} and a.to_organisation is null and a.to_person is null)
      or exists (select 1 from organisation o where o.listed_by = ${person} and o.claimed_by is distinct from o.listed_by) as invited,
    exists (select 1 from match_saved m where m.organisation_id = ${us}) or exists (select 1 from not_for_us n where n.organisation_id = ${us}) or exists (select 1 from want w where w.organisation_id = ${us}) as looked`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('A select without from gave no row.')
  return row
}

export async function arePutAway(tx: Tx): Promise<boolean> {
  return !!(await findPlace(tx))?.put_away_at
}

/** Takes the first steps off Home, or brings them back. They always stand under Help. */
export function putStepsAway(ctx: Ctx, away: boolean): Promise<void> {
  return ctx.transaction(async (tx) => write(tx, { put_away_at: away ? tx.now : null }))
}

async function write(tx: Tx, set: { put_away_at: Date | null }): Promise<void> {
  const { person } = tx.actor
  if (!person) throw new SignInFirst()
  await tx.db.insertInto('first_steps').values({ person_id: person, ...set }).onConflict((at) => at.column('person_id').doUpdateSet(set)).execute()
}

function findPlace(tx: Tx) {
  return tx.db.selectFrom('first_steps').select('put_away_at').where('person_id', '=', tx.actor.person ?? null).executeTakeFirst()
}
