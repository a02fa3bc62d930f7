import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { foldOfSplit, type Fold } from '../../engine/evaluate/queries.ts'
import { readTables, type Tables } from '../../engine/evaluate/read-tables.ts'
import { table } from '../../engine/evaluate/table.ts'
import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { Refusal } from '../kit/refusal.ts'
import { readSettings } from '../kit/settings.ts'
import { findFits, withAtlas } from '../matches/index.ts'
import { findRole, giveClaimLink, joinStaff, namesOfOrganisations, staffLink } from '../organisations/index.ts'
import { bringInRegister, compare, findNetworkBySlug, holdsAnyOf, listByNumber, readRegister, SCHEME, startMine, tablesOf, type BroughtIn, type Compared, type Register } from '../upkeep/index.ts'
import { withHouse } from './commands-moving.ts'
import { projectFolder } from './prepare.ts'

type Say = (line: string) => void
type Asked = { data?: string; withoutFigures?: boolean }
type Network = { readonly id: Id<'network'>; readonly slug: string; readonly organiser: { readonly person: Id<'person'>; readonly email: string } }

const EMAIL = 'host@guildhall.example'
const NAME = 'Horizon 2020'

/** A real network in a folder of its own, `./data-real` unless DATA_DIR says otherwise. */
export function addRealCommand(program: Command, say: Say): void {
  program.command('real').description('bring a register of funded projects into a network of its own, ./data-real, and compare partners found with who really took part')
    .option('--data <folder>', 'the register: projects, organisations, participations and euroscivoc as .csv or .csv.gz').option('--without-figures', 'only bring it in')
    .action((asked: Asked) => realCommand(asked, say))
}

class NoRegister extends Refusal {
  readonly kind = 'not-found'
  constructor() { super('There is no register to bring in.', 'Name its folder: npm run real -- --data FOLDER') }
}

async function realCommand({ data, withoutFigures }: Asked, say: Say): Promise<void> {
  const folder = resolve(data ?? join(projectFolder, '../shared/data/cordis'))
  if (!existsSync(folder)) throw new NoRegister()
  const settings = readSettings({ DATA_DIR: './data-real', ...process.env })
  const register = await readRegister(folder, tell)
  await withHouse(settings, async (ctx) => {
    const network = await openNetwork(ctx, say)
    const earlier = await bringIn(ctx, network, register, (split) => split === 'train', 'the earlier projects', say)
    const knowsTheAnswers = await ctx.read((tx) => holdsAnyOf(tx, register.projects.filter(({ split }) => split === 'valid').map(({ id }) => id)))
    if (knowsTheAnswers) say('\nThe projects asked about are in already, so figures would say nothing. Give an empty folder for them: DATA_DIR=./data-real-again npm run real')
    else if (!withoutFigures) await showFigures(ctx, network, folder, new Set(earlier.unfinished), say)
    const all = await bringIn(ctx, network, register, () => true, 'all projects', say)
    const seconds = [...earlier.steps, ...all.steps].reduce((sum, step) => sum + step.seconds, 0)
    const parts = register.projects.reduce((sum, { id }) => sum + (register.partsIn.get(id)?.length ?? 0), 0)
    say(`\n${number(register.organisations.length)} organisations and ${number(parts)} participations are in after ${seconds.toFixed(1)} s in all, in two goes.`)
    say(`Open it:  DATA_DIR=${settings.DATA_DIR} npm start`)
  })
}

/** The network and whoever tends it; the password is said once, when they are made. */
async function openNetwork(ctx: Ctx, say: Say): Promise<Network> {
  const there = await ctx.read((tx) => tx.db.selectFrom('account').select('person_id').where('email', '=', EMAIL).executeTakeFirst())
  if (!there) {
    const password = randomBytes(12).toString('base64url')
    await startMine(ctx, { name: 'The host', email: EMAIL, password, network: NAME, purpose: 'Organisations that worked together on projects funded by the European Union' }, 'a terminal')
    say(`Sign in as ${EMAIL} with the password ${password}`)
  }
  return ctx.read(async (tx) => {
    const found = await tx.db.selectFrom('account').select('person_id').where('email', '=', EMAIL).executeTakeFirstOrThrow()
    const slug = 'horizon-2020'
    const id = await findNetworkBySlug(tx, slug)
    if (!id) throw new NoRegister()
    return { id, slug, organiser: { person: found.person_id as Id<'person'>, email: EMAIL } } // a column of person ids
  })
}

/** Only those whom the projects name, so that nobody of a later project is known before. */
async function bringIn(ctx: Ctx, network: Network, register: Register, which: (split: string) => boolean, called: string, say: Say): Promise<{ steps: BroughtIn; unfinished: readonly string[] }> {
  const projects = register.projects.filter(({ split }) => which(split))
  const named = new Set(projects.flatMap(({ id }) => (register.partsIn.get(id) ?? []).map(({ organisation }) => organisation)))
  const tables = tablesOf({ ...register, organisations: register.organisations.filter(({ id }) => named.has(id)) }, projects, ctx.now.toISOString().slice(0, 10))
  const steps = await bringInRegister(ctx, network, tables, (step, says, done, of) => tell(of > 0 ? `${step}: ${says} ${number(done)} of ${number(of)}` : `${step}: ${says}`))
  say(`\nBrought in ${called}`)
  say(table([['', 'new', 'changed', 'the same', 'left out', 'seconds'], ...steps.map(({ step, taken, leftOut, seconds }) => [step, number(taken.new), number(taken.changed), number(taken.same), number(leftOut.length), seconds.toFixed(1)])]))
  for (const line of steps.flatMap(({ leftOut }) => leftOut).slice(0, 5)) tell(`Left out: ${line}`)
  if (tables.unfinished.length > 0) say(`${number(tables.unfinished.length)} projects have no end yet, or one to come, and stay out.`)
  return { steps, unfinished: tables.unfinished }
}

async function showFigures(ctx: Ctx, network: Network, folder: string, unfinished: ReadonlySet<string>, say: Say): Promise<void> {
  const tables = readTables(folder)
  const whole = foldOfSplit(tables, 'valid')
  const fold = { ...whole, history: whole.history.filter(({ id }) => !unfinished.has(id)) }
  const ids = await ctx.read((tx) => listByNumber(tx, network.id, SCHEME))
  const began = performance.now()
  const built = await withAtlas(ctx, network.id, (atlas) => atlas.organisations.size)
  say(`\nThe application's atlas of ${number(built)} organisations was built in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
  const compared = await withAtlas(ctx, network.id, (atlas) => compare(tables, fold, atlas, (id) => ids.get(id), (says, done, of) => tell(`${says}: ${number(done)} of ${number(of)}`)))
  await new Promise((go) => { setImmediate(go) }) // connections that ended while this process thought for a minute are let go
  for (const list of ['all', 'new', 'small'] as const) showList(list, compared.filter((one) => one.list === list), say)
  await showOne(ctx, network, tables, fold, ids, say)
}

const CALLED = { all: 'all partners', new: 'new partners only', small: 'small firms only' } as const

function showList(list: keyof typeof CALLED, compared: readonly Compared[], say: Say): void {
  const row = ({ ranker, fromFiles, fromTheHouse }: Compared) => [ranker, ...(['ndcg10', 'r10', 'r50'] as const).flatMap((name) => [fromFiles[name].toFixed(4), fromTheHouse[name].toFixed(4)])]
  say(`\nPartner completion: ${CALLED[list]} (${number(compared[0]?.fromTheHouse.queries ?? 0)} questions of the validation part)`)
  say(table([['', 'NDCG@10 files', 'application', 'R@10 files', 'application', 'R@50 files', 'application'], ...compared.map(row)]))
}

/** One project as a person would ask: its text, as its coordinator, with the reasons. Only public bodies are named. */
async function showOne(ctx: Ctx, network: Network, tables: Tables, fold: Fold, ids: ReadonlyMap<string, Id<'organisation'>>, say: Say): Promise<void> {
  const query = fold.queries.find((one) => one.answer.length >= 6 && one.topic.text.length > 80 && ids.has(one.coordinator))
  const coordinator = query && ids.get(query.coordinator)
  if (!query || !coordinator) return
  const as = await asOwner(ctx, network, coordinator)
  const began = performance.now()
  const { suggestions } = await findFits(as, network.id, { lens: 'gap', want: query.topic.text, most: 20 }, { limit: 10 })
  const took = performance.now() - began
  const numbers = new Map([...ids].map(([registered, id]) => [id as string, registered]))
  const names = await ctx.read((tx) => namesOfOrganisations(tx, [coordinator, ...suggestions.map(({ organisation }) => organisation)]))
  const typeOf = new Map(tables.organisations.map(({ id, type }) => [id, type]))
  const called = (id: string) => { const registered = numbers.get(id) ?? ''; return ['HES', 'REC', 'PUB'].includes(typeOf.get(registered) ?? '') ? names.get(id) ?? registered : `organisation ${registered}` }
  const real = new Set(query.answer.map((id) => ids.get(id) as string | undefined))
  say(`\nSigned in, you act for ${called(coordinator)}; Find partners asks the same.`)
  say(`\nProject ${query.id}, asked as its coordinator ${called(coordinator)}, answered in ${took.toFixed(0)} ms`)
  say(table([['', 'word', 'really took part', 'why'], ...suggestions.map(({ organisation, word, facts }) => [called(organisation), word, real.has(organisation) ? 'yes' : '', [...new Set(facts.reasons.map(({ is }) => is.replaceAll('-', ' ')))].join(', ')])]))
}

/** The host looks after the listing from now on, as anybody would who follows the link to their own page. */
async function asOwner(ctx: Ctx, { organiser: { person } }: Network, organisation: Id<'organisation'>): Promise<Ctx> {
  const host = ctx.as({ by: 'session', person })
  const role = await ctx.read((tx) => findRole(tx, organisation, person))
  if (!role) {
    const link = await giveClaimLink(host, organisation, { forWhom: 'The host' })
    await joinStaff(host, (await host.read(async (tx) => staffLink(tx, link.linkId))).split('/').at(-1) ?? '')
  }
  return ctx.as({ by: 'session', person, organisation })
}

const number = (count: number) => count.toLocaleString('en-GB')
const tell = (says: string): void => void process.stderr.write(`${says}\n`)
