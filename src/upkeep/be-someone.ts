import { town } from '../../town/index.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { isId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { findAccountByEmail, startSession, type Started } from '../people/index.ts'
import { EXAMPLE } from './load-town.ts'

export type Character = { readonly person: Id<'person'>; readonly name: string; readonly about: readonly string[] }

/** Those a newcomer may want to be, one from each corner of the town. */
const CAST = ['priya-nair', 'tom-garrity', 'ellen-marsh', 'ruth-adeyemi', 'seun-adebayo-fairweather', 'jo-hart', 'dilys-hargreave']

export async function listCharacters(ctx: Ctx): Promise<readonly Character[]> {
  return asHouse(ctx).read(async (tx) => {
    await onlyInTheExample(tx)
    const cast: Character[] = []
    for (const key of CAST) {
      const written = town.people.find((one) => one.key === key)
      const account = written && (await findAccountByEmail(tx, written.email))
      if (account) cast.push({ person: account.person, name: account.name, about: describe(key) })
    }
    return cast
  })
}

/** Signs in as someone of the example town, without a password; only there. */
export function beSomeone(ctx: Ctx, person: unknown, device: string): Promise<Started> {
  return asHouse(ctx).transaction(async (tx) => {
    await onlyInTheExample(tx)
    if (!isId<'person'>(person)) throw new NotFound()
    const known = await tx.db.selectFrom('account').select('person_id').where('person_id', '=', person).where('email', 'like', '%.example').executeTakeFirst()
    if (!known) throw new NotFound()
    return startSession(tx, { person, how: 'link', device })
  }, { keepResult: false })
}

/** Does the example town live here? */
export async function isExample(ctx: Ctx): Promise<boolean> {
  return !!(await asHouse(ctx).read((tx) => tx.db.selectFrom('house_setting').select('name').where('name', '=', EXAMPLE).executeTakeFirst()))
}

async function onlyInTheExample(ctx: Ctx): Promise<void> {
  if (!(await isExample(ctx))) throw new NotFound()
}

function describe(key: string): readonly string[] {
  const works = town.organisations.flatMap((one) => one.staff.filter((staff) => staff.person === key).map((staff) => `${staff.title}, ${one.name}`))
  const tends = town.networks.filter((network) => network.organisers.some((one) => one.person === key)).map((network) => `Organiser of ${network.name}`)
  return [...tends, ...works]
}
