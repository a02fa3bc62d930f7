import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import type { WebContext } from '../../kit/web/env.ts'
import type { Values } from '../../kit/web/form.ts'
import { readWhom, resolveWhom, type Beside, type Choosing } from '../../networks/index.ts'
import { namesOfOrganisations } from '../../organisations/index.ts'
import type { Option, Problems, Whom } from '../../ui/index.ts'
import type { Meeting } from '../map-question.ts'
import type { NetworkMap } from '../read-map.ts'

type Query = (name: string) => string | undefined

const ON_MAP: Choosing = { fields: ['focus', 'from', 'to'], beside: us }

/** What the address asks, with every name that was typed in it turned into an id; what is not sure is said beside its field. */
export async function readNames(c: WebContext): Promise<{ readonly query: Query; readonly sent: Values; readonly problems: Problems }> {
  const sent = Object.fromEntries(ON_MAP.fields.map((name) => [name, c.req.queries(name) ?? []]))
  const { named, problems } = await c.var.ctx.read((tx) => resolveWhom(tx, sent, ON_MAP))
  return { sent, problems, query: (name) => (ON_MAP.fields.includes(name) ? [named[name] ?? []].flat()[0] || undefined : c.req.query(name)) }
}

type Asked = { readonly map: NetworkMap; readonly meeting: Meeting; readonly sent: Values; readonly problems: Problems; readonly us?: string }

/** Whom the forms of the map offer: ourselves first, and whoever is in focus even where no list names them. */
export async function whoOnMap(tx: Tx, { map, meeting, sent, problems, us: ours }: Asked): Promise<Whom> {
  const now: Values = { focus: map.question.focus ?? '', from: meeting.from ?? ours ?? '', to: meeting.to ?? '' }
  const values = { ...now, ...Object.fromEntries(Object.keys(problems).map((field) => [field, sent[field] ?? '']))}
  const whom = await readWhom(tx, { ...ON_MAP, beside: ours ? us : undefined }, values)
  const { focus } = map
  const marked = (one: Option): Option => (one.value === ours ? { ...one, label: `${one.label} (you)` } : one)
  const listed = whom.few?.options?.map(marked)
  const few = listed && { options: focus && !listed.some((one) => one.value === focus.id) ? [{ value: focus.id, label: focus.name }, ...listed] : listed }
  return { ...whom, few, near: whom.near.map((group) => ({ ...group, label: 'You', options: group.options.map(marked) })) }
}

/** The problems of one form of several on a page. */
export function onlyOf(problems: Problems, fields: readonly string[]): Problems {
  return Object.fromEntries(Object.entries(problems).filter(([field]) => fields.includes(field)))
}

async function us(tx: Tx): Promise<Beside> {
  const id: Id<'organisation'> | undefined = tx.actor.organisation
  const name = id && (await namesOfOrganisations(tx, [id])).get(id)
  return name ? { first: [{ id, name }] } : {}
}
