import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState, type Values } from '../../kit/web/form.ts'
import { listClaims } from '../../answers/index.ts'
import type { Tx } from '../../kit/ctx.ts'
import { isId, type Id } from '../../kit/ids.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, dayInWords, Empty, Field, Form, Group, Heading, LinkButton, Select, Ticks } from '../../ui/index.ts'
import { askForCover } from '../ask-for-cover.ts'
import { termsInForce, type BenchPlace } from '../bench.ts'
import { namesOf } from '../names.ts'
import { listBench } from '../propose-terms.ts'
import { inWords } from '../terms.ts'
import { getOursToKeep } from '../who-may.ts'
import { AboveCover } from './parts.tsx'

/** "Can someone take this off me?" A few plain fields; no calendar needed, and nobody is named. */
export function newCoverPages(pages: Pages): void {
  formPage(pages, routes.newCover, {
    start: (c) => ({ client: 'asked', whoSpeaks: 'associate', how: 'in_turn', turnHours: '4', per: 'hour', startsOn: c.req.query('on') ?? '' }),
    show: (c, form) => askPage(c, form),
    send: async (c, values) => goTo(c, routes.coverOf(await askForCover(c.var.ctx, withNetwork(values))), { says: 'Asked. You will hear as soon as somebody answers.' }),
  })
}

/** One list offers the capabilities of all our networks: `network:capability`. */
function withNetwork(values: Values): Values {
  const { what, ...rest } = values
  const [network, capability] = typeof what === 'string' ? what.split(':') : []
  return isId(network) && isId(capability) ? { ...rest, network, capability } : rest
}

async function askPage(c: WebContext, form: FormState): Promise<Shown> {
  const { bench, what, us } = await c.var.ctx.read(async (tx) => {
    const ours = await getOursToKeep(tx)
    const asked = await listBench(tx, ours)
    return { us: ours, bench: asked, what: await whatItMayTake(tx, [ours, ...asked.map((place) => place.associate)]) }
  })
  const name = await namesOf(c.var.ctx, [us, ...bench.map((place) => place.associate)])
  return {
    title: 'Ask for cover', width: 'reading',
    body: (
      <>
        <Heading above={<AboveCover />} intro="Say when, how long and what it is. Who the client is comes later, once somebody has said yes and the client has too.">Can someone take this off me?</Heading>
        {bench.length === 0
          ? <Empty title="There is nobody on your bench yet" action={<LinkButton href={routes.newBenchPlace} variant="main">Invite somebody to your bench</LinkButton>}>Invite two people you trust. Once they have said yes to the terms, asking takes a minute.</Empty>
          : <CoverForm form={form} bench={bench} what={what} name={name} />}
      </>
    ),
  }
}

/** What we do ourselves and what our bench does, in the networks' words: a whole vocabulary would be too long to choose from. */
async function whatItMayTake(tx: Tx, of: readonly Id<'organisation'>[]): Promise<readonly { value: string; label: string }[]> {
  const found = new Map<string, string>()
  for (const one of of) for (const { network, capability, title } of await listClaims(tx, one)) if (network && capability) found.set(`${network}:${capability}`, title)
  return [...found].map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))
}

function CoverForm({ form, bench, what, name }: { form: FormState; bench: readonly BenchPlace[]; what: readonly { value: string; label: string }[]; name: (id: string) => string }) {
  const everyone = bench.map((place) => place.associate as string)
  return (
    <Form to={routes.newCover} id="cover" {...form} seenBy="Only you and those you ask; each sees their own part">
      <Field name="startsOn" type="date" label="First day" width="short" />
      <Field name="endsOn" type="date" label="Last day" width="short" optional hint="Leave it out for one day." />
      <Field name="whenSays" label="When in the day" maxLength={120} optional hint="“9 to 3”, “mornings”" />
      <Field name="hours" label="How many hours in all" width="short" inputMode="decimal" />
      <Field name="says" type="textarea" rows={4} label="What is it, in plain words?" maxLength={500} hint="Please leave out who the client is. “Answer the inbox of a busy florist, take orders for bouquets, pass on anything about weddings.”" />
      {what.length > 0 && <Select name="what" label="What it takes" prompt="Choose, if one fits" options={what} optional />}
      <Field name="skills" label="Anything else they need to be able to do" maxLength={300} optional />
      <Group title="Rate" hint="Leave it out to pay each as agreed on your bench. To ask beyond your bench later, say one.">
        <Field name="rate" label="Pounds" before="£" width="short" inputMode="decimal" optional />
        <Choice name="per" label="For" layout="line" options={[{ value: 'hour', label: 'An hour' }, { value: 'day', label: 'A day' }, { value: 'all', label: 'All of it' }]} />
      </Group>
      <Choice name="client" label="The client" options={[{ value: 'asked', label: 'Will be asked, and is named only after their yes' }, { value: 'unnamed', label: 'Stays unnamed', hint: 'The work goes through you, and nothing of the client passes.' }]} />
      <Choice name="whoSpeaks" label="Who speaks to the client?" options={[{ value: 'associate', label: 'Whoever covers' }, { value: 'us', label: 'You' }, { value: 'both', label: 'Both' }]} />
      <Ticks name="who" label="Whom to ask" value={everyone} options={bench.map((place) => ({ value: place.associate, label: name(place.associate), hint: hintOf(place, name) }))} />
      {bench.length > 1 && <Select name="first" label="Whom to ask first" prompt="In the order above" width="medium" options={bench.map((place) => ({ value: place.associate, label: name(place.associate) }))} optional />}
      <Choice name="how" label="How to ask" options={[{ value: 'in_turn', label: 'In turn', hint: 'The next is asked when one says no, or when their time has passed.' }, { value: 'all_at_once', label: 'All at once', hint: 'The first full yes takes it. The others are thanked.' }]} />
      <Select name="turnHours" label="In turn: how long each has" width="medium" options={[['2', '2 hours'], ['4', '4 hours'], ['8', '8 hours'], ['24', 'A day'], ['48', 'Two days']].map(([value = '', label = '']) => ({ value, label }))} />
      <Field name="answerBy" type="date" label="When you need to know" width="short" optional hint="By the evening of that day. Left out: in two days, or the evening before." />
      <Actions sticky><Button busy="Asking">Ask for cover</Button><LinkButton href={routes.cover}>Go back</LinkButton></Actions>
    </Form>
  )
}

function hintOf(place: BenchPlace, name: (id: string) => string): string {
  const terms = termsInForce(place)?.terms
  if (!terms) return ''
  const short = new Map(inWords(terms, { owner: name(place.organisation), associate: name(place.associate) }).map((clause) => [clause.key, clause.short]))
  return [short.get('rate'), short.get('dates'), terms.insurance.has && terms.insurance.expiresOn ? `Insured until ${dayInWords(terms.insurance.expiresOn)}.` : undefined].filter(Boolean).join(' ')
}
