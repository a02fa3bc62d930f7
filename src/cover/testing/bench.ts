import { sql } from 'kysely'
import type { Id } from '../../kit/ids.ts'
import type { TestHouse } from '../../kit/testing/house.ts'
import { asHouse } from '../../kit/ctx.ts'
import { answerAsk, listOpenAsksTo } from '../../asks/index.ts'
import { joins, openNetwork, someone, type Character } from '../../networks/testing/cast.ts'
import { askForCover } from '../ask-for-cover.ts'
import { inviteToBench } from '../propose-terms.ts'
import { readCover } from '../read-cover.ts'

/** The terms most settle on, as a form would send them. */
export const TERMS = {
  rate: '22', per: 'hour', paidWithinDays: '14', dates: 'Fridays until six', mayKnow: 'yes', whoSpeaks: 'associate', noTakingMonths: '12', insured: 'yes', insuredUntil: '2028-03-31', deletesWithinDays: '14', tellsWithinHours: '24',
}
/** A Friday off, three days from the house's first morning. */
export const FRIDAY = { says: 'Answer the inbox of a busy florist and take orders', startsOn: '2027-03-05', whenSays: '9 to 3', hours: '6', how: 'in_turn', turnHours: '4', client: 'asked', whoSpeaks: 'associate', answerBy: '2027-03-04' }
export const CLIENT = { name: 'Petra Marker', email: 'petra@markerflowers.example', phone: '01632 960777', contact: 'After ten; knocks twice at Marker Mews' }

export type Bench = { readonly jo: Character; readonly mel: Character; readonly hannah: Character; readonly kasia: Character; readonly network: { id: Id<'network'>; slug: string } }

/** Jo, and the three on her bench, in that order. */
export async function benchOfThree(house: TestHouse): Promise<Bench> {
  const [jo, mel, hannah, kasia] = [await someone(house, 'Jo', 'Jo Hart VA'), await someone(house, 'Mel', 'Mel Price VA'), await someone(house, 'Hannah', 'Quiet Hours'), await someone(house, 'Kasia', 'Zolkiewska Office')]
  const network = await openNetwork(jo)
  for (const one of [mel, hannah, kasia]) {
    await joins(house, network.id, one)
    await onTheBench(jo, one)
  }
  await house.settle()
  return { jo, mel, hannah, kasia, network }
}

export async function onTheBench(owner: Character, associate: Character): Promise<Id<'bench place'>> {
  const place = await inviteToBench(owner.ctx, { ...TERMS, associate: associate.organisation })
  await answers(associate, 'terms', 'yes')
  return place
}

export const fridayFor = (owner: Character, over: Record<string, unknown> = {}): Promise<Id<'cover'>> => askForCover(owner.ctx, { ...FRIDAY, ...over })

/** Answers what is asked of them about that cover (or the newest terms), as from Home. */
export async function answers(one: Character, about: Id<'cover'> | 'terms', word: string, note?: string): Promise<void> {
  const asked = await openAsk(one, about)
  if (!asked) throw new Error('Nothing of that is asked of them.')
  await answerAsk(one.ctx, asked.id, word, note)
}

export const openAsk = async (one: Character, about: Id<'cover'> | 'terms') =>
  (await one.ctx.read((tx) => listOpenAsksTo(tx))).filter((asked) => (about === 'terms' ? asked.kind === 'cover.bench' : asked.subject.cover === about)).at(-1)

/** The client's own link, as the owner would copy it. */
export async function clientToken(owner: Character, cover: Id<'cover'>): Promise<string> {
  return (await readCover(owner.ctx, cover)).clientLink?.split('/').at(-1) ?? ''
}

/** All that is kept of some table, for looking for words. */
export async function everything(house: TestHouse): Promise<ReadonlyMap<string, string>> {
  return asHouse(house.ctx()).read(async ({ db }) => {
    const tables = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`.execute(db)
    const kept = new Map<string, string>()
    for (const { name } of tables.rows) kept.set(name, (await sql<{ all: string | null }>`select string_agg(t::text, '|') as all from ${sql.table(name)} t`.execute(db)).rows[0]?.all ?? '')
    return kept
  })
}
