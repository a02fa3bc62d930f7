import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Actor } from '../../kit/ctx.ts'
import { imagine, type World } from '../../networks/testing/sight-world.ts'

/** The small world of sight, in which many organisations are partners: some agreed, some noted by one side only. */
export type Bond = { readonly id: string; readonly one: string; readonly other: string; readonly agreed: boolean; readonly moment: string; readonly notes: Readonly<Record<string, string>> }
export type PartnershipsWorld = World & { readonly bonds: readonly Bond[]; readonly habits: readonly string[] }

/** Each organisation with the next and the one after: every viewer’s own is in some, on either side, and in most it is not. */
export function imaginePartnerships(): PartnershipsWorld {
  const world = imagine()
  const all = world.organisations.map((one) => one.id as string)
  const bonds = all.flatMap((one, at) => [1, 2].map((step): Bond => {
    const other = all[(at + step) % all.length] ?? ''
    return { id: randomUUID(), one, other, agreed: step === 1, moment: randomUUID(), notes: { [one]: randomUUID(), ...(step === 1 ? { [other]: randomUUID() } : {}) } }
  }))
  return { ...world, bonds, habits: all }
}

/** Writes it with the owner's hand, past every wall. */
export async function writePartnerships(world: PartnershipsWorld, client: pg.Client): Promise<void> {
  const put = async (table: string, rows: readonly Record<string, unknown>[]) => {
    const columns = Object.keys(rows[0] ?? {}).join(', ')
    await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)])
  }
  const then = new Date(Date.now() - 86_400_000).toISOString()
  const sidesOf = ({ one, other, agreed }: Bond): readonly (readonly [string, string])[] => (agreed ? [[one, other], [other, one]] : [[one, other]])
  await put('partnership', world.bonds.map(({ id, one, other, agreed }) => ({ id, one_id: one < other ? one : other, other_id: one < other ? other : one, noted_by_organisation: one, noted_at: then, agreed_at: agreed ? then : null, stage: 'trust', last_moment_at: then })))
  await put('partnership_side', world.bonds.flatMap((bond) => sidesOf(bond).map(([us, them]) => ({ organisation_id: us, partnership_id: bond.id, partner_id: them, called: 'A partner', said_stage: 'trust', shows: 'network', quiet_months: 4 }))))
  await put('partnership_moment', world.bonds.map(({ id, moment }) => ({ partnership_id: id, id: moment, kind: 'note', says: 'Coffee', subject: {}, at: then, recorded_at: then })))
  await put('partnership_note', world.bonds.flatMap(({ id, notes }) => Object.entries(notes).map(([us, note]) => ({ organisation_id: us, partnership_id: id, id: note, says: 'Call first', written_at: then }))))
  await put('partnership_habit', world.habits.map((organisation) => ({ organisation_id: organisation, shows: 'network', quiet_months: 4, said_at: then })))
}

export type Seen = Readonly<Record<string, readonly string[]>>

/** What the pure rule says: a side sees itself and what both share; before the other’s yes there is one side; nobody else sees anything. */
export function whatTheRuleSays(world: PartnershipsWorld, actor: Actor): Seen {
  const house = actor.by === 'house'
  const acting = world.staff.find((one) => one.person === actor.person && one.organisation === actor.organisation && !one.left)?.organisation
  const ours = world.bonds.filter(({ one, other, agreed }) => house || (!!acting && (one === acting || (agreed && other === acting))))
  const sides = ours.flatMap(({ id, one, other, agreed }) => [one, ...(agreed ? [other] : [])].filter((us) => house || us === acting).map((us) => `${us} ${id}`))
  return sorted({
    partnership: ours.map(({ id }) => id), partnership_side: sides, partnership_moment: ours.map(({ moment }) => moment),
    partnership_note: ours.flatMap(({ notes }) => Object.entries(notes).filter(([us]) => house || us === acting).map(([, note]) => note)),
    partnership_habit: world.habits.filter((one) => house || one === acting),
  })
}

export function sorted(seen: Readonly<Record<string, readonly string[]>>): Seen {
  return Object.fromEntries(Object.entries(seen).map(([table, keys]) => [table, [...keys].sort()]))
}
