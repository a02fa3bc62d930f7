import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState, type Values } from '../../kit/web/form.ts'
import { readWhom, withWhom, type Choosing } from '../../networks/index.ts'
import { listPartnersToAsk } from '../../partnerships/index.ts'
import { mustBeSomeone } from '../../people/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Day, Field, Form, Good, Group, Heading, LinkButton, Note, PostButton, Row, Rows, Section, Tick, Who } from '../../ui/index.ts'
import { termsInForce, termsWaiting, type BenchPlace, type TermsVersion } from '../bench.ts'
import { getPlace } from '../bench-store.ts'
import { namesOf } from '../names.ts'
import { changeTerms, endPlace, inviteToBench, withdrawTerms } from '../propose-terms.ts'
import { inWords, valuesOf, whatChanged, type Clause } from '../terms.ts'
import { getOursToKeep } from '../who-may.ts'
import { idFrom } from './param.ts'
import { AboveCover } from './parts.tsx'

/** Places on the bench: inviting, reading the terms clause by clause, changing them with a fresh yes, and leaving. */
export function benchPages(pages: Pages): void {
  formPage(pages, routes.newBenchPlace, {
    start: (c) => ({ ...STARTERS, associate: c.req.query('with') ?? '' }),
    show: (c, form) => invitePage(c, form),
    send: async (c, values) => goTo(c, routes.benchPlace(await withWhom(c.var.ctx, values, ASSOCIATE, (named) => inviteToBench(c.var.ctx, named))), { says: 'They are asked. Nothing counts until they say yes.' }),
  })
  pages.get(routes.benchPlace(':id'), async (c) => show(c, await placePage(c)))
  formPage(pages, routes.benchTerms(':id'), {
    start: async (c): Promise<Values> => { mustBeSomeone(c.var.ctx.actor); const place = await c.var.ctx.read((tx) => getPlace(tx, idFrom(c))); const now = termsInForce(place) ?? place.versions[0]; return now ? valuesOf(now.terms) : STARTERS },
    show: (c, form) => termsPage(c, form),
    send: async (c, values) => { await changeTerms(c.var.ctx, idFrom(c), values); return goTo(c, routes.benchPlace(idFrom(c)), { says: 'Suggested. What you agreed before goes on until they say yes.' }) },
  })
  pages.post(routes.benchTermsWithdrawal(':id'), async (c) => { await withdrawTerms(c.var.ctx, idFrom(c)); return goTo(c, routes.benchPlace(idFrom(c)), { says: 'Taken back.' }) })
  pages.post(routes.benchPlaceEnd(':id'), async (c) => { await endPlace(c.var.ctx, idFrom(c)); return goTo(c, routes.cover, { says: 'This place on the bench has ended. What was agreed is kept to read.' }) })
}

/** What most settle on, to be changed. */
const STARTERS: Values = { per: 'hour', paidWithinDays: '14', mayKnow: 'yes', whoSpeaks: 'associate', noTakingMonths: '12', deletesWithinDays: '14', tellsWithinHours: '24' }

async function invitePage(c: WebContext, form: FormState): Promise<Shown> {
  const whom = await c.var.ctx.read(async (tx) => {
    await getOursToKeep(tx)
    return readWhom(tx, ASSOCIATE, form.values)
  })
  return {
    title: 'Invite to your bench', width: 'reading',
    body: (
      <>
        <Heading above={<AboveCover />} intro="Agree on the few things that matter before anybody is in a hurry. They see these terms and say yes, or say why not.">Invite somebody to your bench</Heading>
        <Form to={routes.newBenchPlace} id="bench" {...form} seenBy="Only you and whoever you invite">
          <Who name="associate" label="Who" prompt="Choose somebody you trust" whom={whom} />
          <TermsFields />
          <Actions sticky><Button busy="Asking">Ask them</Button><LinkButton href={routes.cover}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

const ASSOCIATE: Choosing = { fields: ['associate'], beside: async (tx) => ({ known: await listPartnersToAsk(tx), knownAs: 'Your partners', restAs: 'Members of your networks' }) }

function TermsFields() {
  return (
    <>
      <Group title="Pay" hint="Private to the two of you.">
        <Field name="rate" label="Rate in pounds" before="£" width="short" inputMode="decimal" />
        <Choice name="per" label="For" layout="line" options={[{ value: 'hour', label: 'An hour' }, { value: 'day', label: 'A day' }]} />
        <Field name="paidWithinDays" type="number" label="Paid within how many days" width="short" min={0} max={90} />
      </Group>
      <Group title="Dates">
        <Field name="dates" label="Which dates can be asked for" maxLength={200} optional hint="“Fridays until six”, “school hours”. A calendar is not needed." />
        <Field name="from" type="date" label="From" width="short" optional />
        <Field name="until" type="date" label="Until" width="short" optional />
      </Group>
      <Group title="Whose client it is" hint="The client always stays with whoever asks.">
        <Choice name="mayKnow" label="May the client know who covers?" options={[{ value: 'yes', label: 'Yes, and they are asked first' }, { value: 'no', label: 'No; then their name and details do not pass either' }]} />
        <Choice name="whoSpeaks" label="Who speaks to the client?" options={[{ value: 'associate', label: 'Whoever covers' }, { value: 'us', label: 'Whoever’s client it is' }, { value: 'both', label: 'Both' }]} />
        <Field name="noTakingMonths" type="number" label="No taking the client for how many months after" width="short" min={0} max={24} />
      </Group>
      <Group title="Insurance">
        <Tick name="insured" label="They hold insurance of their own for this work" optional />
        <Field name="insurance" label="Which" maxLength={200} optional hint="“Professional indemnity, £100,000”" />
        <Field name="insuredUntil" type="date" label="Until" width="short" optional />
      </Group>
      <Group title="Looking after data">
        <Field name="deletesWithinDays" type="number" label="Own copies deleted within how many days of handing back" width="short" min={0} max={90} hint="After that they no longer see the client’s details here either." />
        <Field name="tellsWithinHours" type="number" label="If something goes wrong, told within how many hours" width="short" min={1} max={72} />
        <Field name="data" label="Anything more" maxLength={300} optional />
      </Group>
      <Field name="says" type="textarea" rows={2} label="A line to go with it" maxLength={500} optional />
    </>
  )
}

async function termsPage(c: WebContext, form: FormState): Promise<Shown> {
  const { place } = await c.var.ctx.read(async (tx) => { const found = await getPlace(tx, idFrom(c)); await getOursToKeep(tx); return { place: found } })
  const name = await namesOf(c.var.ctx, [place.organisation, place.associate])
  const other = name(place.organisation === c.var.ctx.actor.organisation ? place.associate : place.organisation)
  return {
    title: 'Change the terms', width: 'reading',
    body: (
      <>
        <Heading above={<><AboveCover /> · <a href={routes.benchPlace(place.id)}>{other}</a></>} intro={`${other} says yes or no to the change. Until then, and if they say no, what you agreed before goes on.`}>Change the terms</Heading>
        <Form to={routes.benchTerms(place.id)} id="terms" {...form} seenBy={`Only you and ${other}`}>
          <TermsFields />
          <Actions sticky><Button>Suggest these terms</Button><LinkButton href={routes.benchPlace(place.id)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

async function placePage(c: WebContext): Promise<Shown> {
  mustBeSomeone(c.var.ctx.actor)
  const place = await c.var.ctx.read((tx) => getPlace(tx, idFrom(c)))
  const name = await namesOf(c.var.ctx, [place.organisation, place.associate])
  const us = c.var.ctx.actor.organisation
  const title = us === place.organisation ? `${name(place.associate)} on your bench` : `Your place on the bench of ${name(place.organisation)}`
  return { title, width: 'reading', body: <PlacePage place={place} title={title} us={us} name={name} /> }
}

function PlacePage({ place, title, us, name }: { place: BenchPlace; title: string; us: string | undefined; name: (id: string) => string }) {
  const [agreed, waiting] = [termsInForce(place), termsWaiting(place)]
  const say = (version: TermsVersion) => inWords(version.terms, { owner: name(place.organisation), associate: name(place.associate) })
  const other = us === place.organisation ? name(place.associate) : name(place.organisation)
  const earlier = place.versions.filter((one) => one !== agreed && one !== waiting)
  return (
    <>
      <Heading above={<AboveCover />}>{title}</Heading>
      {place.ended && <Note word="Ended">This place ended on <Day on={place.ended.at} />. What was agreed is kept below.</Note>}
      {waiting && waiting.proposedBy === us && <Note word="Waiting" actions={<PostButton to={routes.benchTermsWithdrawal(place.id)} small>Take it back</PostButton>}>{`${other} has been asked. ${agreed ? 'What you agreed before goes on until they say yes.' : 'They have two weeks.'}`}</Note>}
      {waiting && waiting.proposedBy !== us && <Note word="Your turn">{`${other} suggests the terms below. Answer under “You are asked” on the cover page or on Home.`}</Note>}
      {agreed && <Section title="Agreed" intro={<>Both said yes{agreed.state.is === 'agreed' && <> on <Day on={agreed.state.at} /></>}. A starting point in plain English, not legal advice.</>}><Clauses clauses={say(agreed)} /></Section>}
      {waiting && <Section title={agreed ? 'Suggested change' : 'Suggested terms'} intro={waiting.says ? `“${waiting.says}”` : undefined}><Clauses clauses={say(waiting)} changed={agreed ? whatChanged(agreed.terms, waiting.terms) : []} /></Section>}
      {!place.ended && (
        <Actions>
          {us === place.organisation && agreed && <LinkButton href={routes.newCover} variant="main">Ask for cover</LinkButton>}
          <LinkButton href={routes.benchTerms(place.id)}>Change the terms</LinkButton>
          <PostButton to={routes.benchPlaceEnd(place.id)} variant="danger">End this place</PostButton>
        </Actions>
      )}
      {earlier.length > 0 && (
        <Section title="Earlier versions" count={earlier.length}>
          <Rows label="Earlier versions">{earlier.map((one) => (
            <Row key={one.version} title={`Version ${one.version}`} detail={<>Suggested by {name(one.proposedBy)} on <Day on={one.proposedAt} /></>} aside={STATES[one.state.is]}>
              {one.state.is === 'declined' && one.state.note && <p>“{one.state.note}”</p>}
              <details className="more-words"><summary>Read it</summary><Clauses clauses={say(one)} /></details>
            </Row>
          ))}</Rows>
        </Section>
      )}
      {place.ended && agreed === undefined && place.versions.some((one) => one.state.is === 'agreed') && <Good word="Kept">The terms stay here for both of you to read.</Good>}
    </>
  )
}

const STATES = { waiting: 'Waiting', agreed: 'Agreed', declined: 'Not agreed', lapsed: 'No answer', withdrawn: 'Taken back' } as const

function Clauses({ clauses, changed = [] }: { clauses: readonly Clause[]; changed?: readonly string[] }) {
  return (
    <dl className="facts">
      {clauses.map(({ key, title, short, full }) => (
        <div key={key}>
          <dt>{title}{changed.includes(key) && ' (changed)'}</dt>
          <dd><p>{short}</p><details className="more-words"><summary>The full words</summary>{full.map((line) => <p key={line}>{line}</p>)}</details></dd>
        </div>
      ))}
    </dl>
  )
}
