import type { Ctx, Tx } from '../../kit/ctx.ts'
import { isId } from '../../kit/ids.ts'
import { Invalid, type Problem } from '../../kit/refusal.ts'
import type { Values } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import type { Option, Whom, WhomTyped } from '../../ui/index.ts'
import { whoIsMeant, type Beside, type Meant, type Named } from '../choose-whom.ts'
import { listToChooseFrom } from '../find-members.ts'

/** The fields of a form that ask for an organisation, and whom they offer beside the members of one's networks. */
export type Choosing = { readonly fields: readonly string[]; readonly beside?: (tx: Tx) => Promise<Beside> | Beside }

const MOST_LISTED = 200

/** What ui's `Who` shows for these fields: a list where it can hold all, and otherwise what the names typed so far may mean. */
export async function readWhom(tx: Tx, { fields, beside: besideOf }: Choosing, values: Values): Promise<Whom> {
  const beside = await besideOf?.(tx) ?? {}
  const members = await listToChooseFrom(tx, MOST_LISTED + 1)
  const typed: Record<string, WhomTyped> = {}
  for (const field of fields) typed[field] = asTyped(await whoIsMeant(tx, values[field], beside))
  return members.length > MOST_LISTED ? { names: routes.names, near: nearOf(beside), typed } : { few: fewOf(members, beside), near: nearOf(beside), typed }
}

/**
 * Sends a form once every name typed in it has become an id. A name that is not sure, or not known, comes back beside its field together
 * with everything else that stands in the way.
 */
export async function withWhom<Answer>(ctx: Ctx, values: Values, { fields, beside: besideOf }: Choosing, send: (values: Values) => Promise<Answer>): Promise<Answer> {
  const { named, problems } = await ctx.read((tx) => resolve(tx, values, fields, besideOf))
  if (problems.length === 0) return send(named)
  try {
    return await send(named) // a name is no id, so the action refuses it, and says what else is amiss
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    throw new Invalid([...problems, ...error.problems.filter((one) => !fields.includes(one.field))])
  }
}

/** The same for a form that only asks: every name that is sure as its id, and what is to be said of the others. */
export async function resolveWhom(tx: Tx, values: Values, { fields, beside }: Choosing): Promise<{ readonly named: Values; readonly problems: Readonly<Record<string, string>> }> {
  const { named, problems } = await resolve(tx, values, fields, beside)
  return { named, problems: Object.fromEntries(problems.map((one) => [one.field, one.sentence])) }
}

async function resolve(tx: Tx, values: Values, fields: readonly string[], besideOf: Choosing['beside']): Promise<{ named: Values; problems: readonly Problem[] }> {
  const sent = fields.filter((field) => [values[field] ?? []].flat().some((one) => one && !isId(one)))
  const beside = sent.length > 0 ? await besideOf?.(tx) ?? {} : {}
  const named: Record<string, string | string[]> = { ...values }, problems: Problem[] = []
  for (const field of fields) {
    const given = values[field]
    if (given === undefined || typeof given === 'string' && isId(given)) continue
    const said = [given].flat().filter(Boolean)
    if (said.every(isId)) { // as programs and lists send them; the empty box beside a list says nothing
      named[field] = said.length > 1 ? said : said[0] ?? ''
      continue
    }
    const meant = await whoIsMeant(tx, given, beside)
    if (meant.is === 'unsure') problems.push({ field, sentence: meant.sentence })
    named[field] = meant.is === 'nobody' ? '' : meant.is === 'chosen' ? meant.one.id : meant.text
  }
  return { named, problems }
}

function asTyped(meant: Meant): WhomTyped {
  if (meant.is === 'nobody') return { text: '', fits: [] }
  if (meant.is === 'unsure') return { text: meant.text, fits: meant.fits.map(toTellApart), value: meant.fits.length === 1 ? meant.fits[0]?.id : undefined }
  const { id, name } = meant.one
  return { text: meant.text, fits: name ? [{ value: id, label: name }] : [], value: id }
}

const option = ({ id, name }: Named): Option => ({ value: id, label: name })
const toTellApart = ({ id, name, line }: Named): Option => ({ value: id, label: line ? `${name}: ${line}` : name })
const byName = (all: readonly Named[]) => all.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
const eachOnce = (all: readonly Named[], except: readonly string[] = []) => [...new Map(all.map((one) => [one.id, one])).values()].filter((one) => !except.includes(one.id))

function fewOf(members: readonly Named[], { first = [], known = [], knownAs, restAs, except = [] }: Beside): NonNullable<Whom['few']> {
  if (restAs) {
    const near = eachOnce([...first, ...known], except), rest = byName(eachOnce(members, [...except, ...near.map((one) => one.id)]))
    return { groups: [{ label: knownAs ?? '', options: near.map(option) }, { label: restAs, options: rest.map(option) }].filter((group) => group.options.length > 0) }
  }
  const others = eachOnce([...members, ...known], [...except, ...first.map((one) => one.id)])
  return { options: [...eachOnce(first, except), ...(known.length > 0 ? byName(others) : others)].map(option) }
}

function nearOf({ first = [], known = [], knownAs = 'Close to you', except }: Beside): Whom['near'] {
  const near = eachOnce([...first, ...byName(known)], except).slice(0, MOST_LISTED)
  return near.length > 0 ? [{ label: knownAs, options: near.map(option) }] : []
}
