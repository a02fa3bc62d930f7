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
import { withAtlas } from '../matches/index.ts'
import { findRole, giveClaimLink, joinStaff, staffLink } from '../organisations/index.ts'
import { bringInRegister, compare, findNetworkBySlug, goThrough, holdsAnyOf, listByNumber, readRegister, SCHEME, startMine, tablesOf, type BroughtIn, type Compared, type Register } from '../upkeep/index.ts'
import { withHouse } from './commands-moving.ts'
import { projectFolder } from './prepare.ts'
import { sayErrand } from './say-errand.ts'

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
  const times = stopwatch()
  const register = await times.of('read the files', () => readRegister(folder, tell))
  await withHouse(settings, async (ctx) => {
    const network = await openNetwork(ctx, say)
    const earlier = await bringIn(ctx, network, register, (split) => split === 'train', 'the earlier projects', times, say)
    const knowsTheAnswers = await ctx.read((tx) => holdsAnyOf(tx, register.projects.filter(({ split }) => split === 'valid').map(({ id }) => id)))
    if (knowsTheAnswers) say('\nThe projects asked about are in already, so figures would say nothing. Give an empty folder for them: DATA_DIR=./data-real-again npm run real')
    else if (!withoutFigures) await showFigures(ctx, network, folder, new Set(earlier.unfinished), times, say)
    await bringIn(ctx, network, register, () => true, 'all projects', times, say)
    const parts = register.projects.reduce((sum, { id }) => sum + (register.partsIn.get(id)?.length ?? 0), 0)
    say(`\n${number(register.organisations.length)} organisations and ${number(parts)} participations are in after ${times.ofImport().toFixed(1)} s of bringing in, in two goes.`)
    say('\nWhat each step cost')
    say(table([['', 'seconds'], ...times.rows().map(({ what, seconds }) => [what, seconds < 10 ? seconds.toFixed(2) : seconds.toFixed(1)])]))
    say(`Open it:  DATA_DIR=${settings.DATA_DIR} npm start`)
  })
}

type Times = ReturnType<typeof stopwatch>

function stopwatch() {
  const rows: { what: string; seconds: number; isImport?: boolean }[] = []
  return {
    of: async <T>(what: string, work: () => Promise<T> | T): Promise<T> => {
      const began = performance.now()
      const done = await work()
      rows.push({ what, seconds: (performance.now() - began) / 1000 })
      return done
    },
    add: (what: string, seconds: number, isImport = false) => { rows.push({ what, seconds, isImport }) },
    rows: () => rows,
    ofImport: () => rows.reduce((sum, row) => sum + (row.isImport ? row.seconds : 0), 0),
  }
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
async function bringIn(ctx: Ctx, network: Network, register: Register, which: (split: string) => boolean, called: string, times: Times, say: Say): Promise<{ steps: BroughtIn; unfinished: readonly string[] }> {
  const projects = register.projects.filter(({ split }) => which(split))
  const tables = await times.of(`${called}: make their tables`, () => tablesOf(register, projects, ctx.now.toISOString().slice(0, 10)))
  const steps = await bringInRegister(ctx, network, tables, (step, says, done, of) => tell(of > 0 ? `${step}: ${says} ${number(done)} of ${number(of)}` : `${step}: ${says}`))
  for (const { step, seconds } of steps) times.add(`${called}: ${step}`, seconds, true)
  say(`\nBrought in ${called}`)
  say(table([['', 'new', 'changed', 'the same', 'left out', 'seconds'], ...steps.map(({ step, taken, leftOut, seconds }) => [step, number(taken.new), number(taken.changed), number(taken.same), number(leftOut.length), seconds.toFixed(1)])]))
  for (const line of steps.flatMap(({ leftOut }) => leftOut).slice(0, 5)) tell(`Left out: ${line}`)
  if (tables.unfinished.length > 0) say(`${number(tables.unfinished.length)} projects have no end yet, or one to come, and stay out.`)
  return { steps, unfinished: tables.unfinished }
}

async function showFigures(ctx: Ctx, network: Network, folder: string, unfinished: ReadonlySet<string>, times: Times, say: Say): Promise<void> {
  const tables = readTables(folder)
  const whole = foldOfSplit(tables, 'valid')
  const fold = { ...whole, history: whole.history.filter(({ id }) => !unfinished.has(id)) }
  const ids = await ctx.read((tx) => listByNumber(tx, network.id, SCHEME))
  const built = await times.of('build the atlas', () => withAtlas(ctx, network.id, (atlas) => atlas.organisations.size))
  say(`\nThe application's atlas holds ${number(built)} organisations.`)
  const compared = await times.of('ask every question of the validation part, twice', () => withAtlas(ctx, network.id, (atlas) => compare(tables, fold, atlas, (id) => ids.get(id), (says, done, of) => tell(`${says}: ${number(done)} of ${number(of)}`))))
  await new Promise((go) => { setImmediate(go) }) // connections that ended while this process thought for a minute are let go
  for (const list of ['all', 'new', 'small'] as const) showList(list, compared.filter((one) => one.list === list), say)
  await showOne(ctx, network, tables, fold, ids, times, say)
}

const CALLED = { all: 'all partners', new: 'new partners only', small: 'small firms only' } as const

function showList(list: keyof typeof CALLED, compared: readonly Compared[], say: Say): void {
  const row = ({ ranker, fromFiles, fromTheHouse }: Compared) => [ranker, ...(['ndcg10', 'r10', 'r50'] as const).flatMap((name) => [fromFiles[name].toFixed(4), fromTheHouse[name].toFixed(4)])]
  say(`\nPartner completion: ${CALLED[list]} (${number(compared[0]?.fromTheHouse.queries ?? 0)} questions of the validation part)`)
  say(table([['', 'NDCG@10 files', 'application', 'R@10 files', 'application', 'R@50 files', 'application'], ...compared.map(row)]))
}

/** One project as a person would go about it, as its coordinator: partners for its text, a brief, a team, line-ups. Only public bodies are named. */
async function showOne(ctx: Ctx, network: Network, tables: Tables, fold: Fold, ids: ReadonlyMap<string, Id<'organisation'>>, times: Times, say: Say): Promise<void> {
  const projects = new Map(tables.projects.map((project) => [project.id, project]))
  const partsOf = (id: string) => projects.get(id)?.tags ?? []
  const asks = fold.queries.filter((one) => one.answer.length >= 6 && one.topic.text.length > 80 && ids.has(one.coordinator))
  const query = asks.find((one) => partsOf(one.id).length >= 3) ?? asks[0]
  const coordinator = query && ids.get(query.coordinator)
  if (!query || !coordinator) return
  const as = await asOwner(ctx, network, coordinator)
  const project = projects.get(query.id)
  const errand = await goThrough(as, network, { title: project?.title || query.topic.text, says: query.topic.text, fields: partsOf(query.id) })
  for (const { what, ms } of errand.took) times.add(`as the coordinator: ${what}`, ms / 1000)
  await sayErrand(ctx, { errand, coordinator, project: query.id, ids, real: new Set(query.answer.map((id) => ids.get(id) as string | undefined)), typeOf: new Map(tables.organisations.map(({ id, type }) => [id, type])) }, say)
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
