import { randomUUID } from 'node:crypto'
import { Refusal } from '../refusal.ts'
import { show, type Pages, type Shown, type WebContext } from './env.ts'

/** What was typed, by field; kept as it came so that nothing is typed twice. */
export type Values = Readonly<Record<string, string | string[]>>

/** A form as it stands: fresh, or sent and found wanting. Its fields are those of ui's `Form`: `<Form to="..." {...form}>`. */
export type FormState = {
  readonly values: Values
  /** One sentence a field; under '' what concerns the whole form. */
  readonly problems: Readonly<Record<string, string>>
  /** Hidden in the form; makes sending it twice the same as once. */
  readonly formKey: string
}

export function freshForm(values: Values = {}): FormState {
  return { values, problems: {}, formKey: randomUUID() }
}

/** A form sent back with what stands in its way, in the order of its fields as the browser sent them, and everything typed. */
export function formWith(values: Values, refusal: Refusal): FormState {
  const named = refusal.problems.length > 0 ? refusal.problems : [{ field: '', sentence: [refusal.sentence, refusal.next].join(' ').trim() }]
  const said = new Map<string, string>()
  for (const { field, sentence } of named) if (!said.has(field)) said.set(field, sentence) // of several about one field, the first is said
  const sent = Object.keys(values)
  const place = ([field]: [string, string]) => sent.indexOf(field) + 1 || (field ? sent.length + 1 : 0)
  return { values, formKey: randomUUID(), problems: Object.fromEntries([...said].toSorted((one, other) => place(one) - place(other))) }
}

const STATUS: Partial<Record<Refusal['kind'], 409 | 422 | 403 | 429>> = { invalid: 422, conflict: 409, 'too-soon': 409, 'not-allowed': 403 }

type FormPage = {
  /** The page around the form, fresh or with what was sent. */
  readonly show: (c: WebContext, form: FormState) => Promise<Shown> | Shown
  /** What the form starts with. */
  readonly start?: (c: WebContext) => Promise<Values> | Values
  /** Calls the action; answers with where to go next. A refusal shows the form again with everything typed. */
  readonly send: (c: WebContext, values: Values) => Promise<Response>
}

/** One address with a form: GET shows it, POST sends it. */
export function formPage(pages: Pages, path: string, page: FormPage): void {
  pages.get(path, async (c) => show(c, await page.show(c, freshForm(await page.start?.(c)))))
  pages.post(path, async (c) => sendForm(c, page))
}

/** For a form whose page is elsewhere (its problems are shown on that page all the same). */
export async function sendForm(c: WebContext, page: Pick<FormPage, 'show' | 'send'>): Promise<Response> {
  const values = await readValues(c)
  const savesAsYouGo = (c.req.header('Accept') ?? '').startsWith('application/json')
  try {
    const answer = await page.send(c, values)
    if (!savesAsYouGo) return answer
    c.header('Set-Cookie', undefined) // the word beside the field says so; no toast on the next page
    return c.json({ saved: true })
  } catch (error) {
    const status = error instanceof Refusal ? STATUS[error.kind] : undefined
    if (!(error instanceof Refusal) || !status) throw error
    if (savesAsYouGo) return c.json({ problems: formWith(values, error).problems }, status)
    return show(c, { ...await page.show(c, formWith(values, error)), status, hasProblems: true })
  }
}

/** The fields that were sent; several of one name become a list. Files are read by `readFiles`. */
export async function readValues(c: WebContext): Promise<Values> {
  const body = await c.req.parseBody({ all: true })
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => {
    const texts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
    return texts.length === 0 ? [] : [[name, texts.length === 1 ? texts[0] ?? '' : texts]]
  }))
}

export async function readFiles(c: WebContext, name: string): Promise<readonly File[]> {
  const value = (await c.req.parseBody({ all: true }))[name]
  return (Array.isArray(value) ? value : [value]).filter((one) => one instanceof File && one.size > 0) as File[] // the filter leaves files alone
}

/** After a change: go there, and say so once. `undo` is the address of a form that takes it back. */
export function goTo(c: WebContext, path: string, toast?: { says: string; undo?: string }): Response {
  if (toast) c.header('Set-Cookie', `gh_toast=${encodeURIComponent(JSON.stringify(toast))}; Path=/; Max-Age=60; SameSite=Lax`, { append: true })
  return c.redirect(path, 303)
}
