import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { show } from '../../kit/web/env.ts'
import { formPage, goTo, readValues, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Card, Day, Facts, Field, Form, Good, Heading, LinkButton, PostButton, Section } from '../../ui/index.ts'
import { Erased } from '../errors.ts'
import type { Erasure } from '../person-store.ts'
import { isOver } from '../referral.ts'
import { answerOnTheirPage, correctOnTheirPage, endOnTheirPage, eraseOnTheirPage, readTheirPage, type TheirPage } from '../their-own-page.ts'
import { idFrom, oneOf } from './param.ts'

/** The third person’s own page, by a lasting link and without an account: who has my details, from whom, why; and what I can do about it. */
export function theirPages(pages: Pages): void {
  pages.get(routes.myDetails(':token'), async (c) => shown(c, await page(c)))
  pages.post(routes.myDetailsAnswer(':token', ':id'), async (c) => {
    const word = oneOf((await readValues(c))['word']) === 'yes' ? 'yes' : 'no'
    await answerOnTheirPage(c.var.ctx, tokenOf(c), idFrom(c, 'id'), word)
    return back(c, 'Your answer is on its way.')
  })
  pages.post(routes.myDetailsEnd(':token', ':id'), async (c) => {
    await endOnTheirPage(c.var.ctx, tokenOf(c), idFrom(c, 'id'))
    return back(c, 'Done. They no longer see your details here, and are told to stop.')
  })
  formPage(pages, routes.myDetailsCorrection(':token'), {
    start: async (c) => {
      const found = await kept(c)
      return { name: found.person.name, needs: found.person.needs, reach: found.person.reach }
    },
    show: async (c, form) => closed(c, await correcting(c, form)),
    send: async (c, values) => {
      await correctOnTheirPage(c.var.ctx, tokenOf(c), values)
      return back(c, 'Corrected. All who have your details read the new ones.')
    },
  })
  formPage(pages, routes.myDetailsErasure(':token'), {
    show: async (c, form) => closed(c, await erasing(c, form)),
    send: async (c) => {
      await eraseOnTheirPage(c.var.ctx, tokenOf(c))
      return back(c, 'Erased.')
    },
  })
}

const tokenOf = (c: WebContext): string => c.req.param('token') ?? ''

/** The link is the key to this page: it goes to no other site. */
function closed<T>(c: WebContext, value: T): T {
  c.header('Referrer-Policy', 'no-referrer')
  return value
}
const shown = (c: WebContext, body: Shown): Promise<Response> => show(c, closed(c, body))
const back = (c: WebContext, says: string): Response => goTo(closed(c, c), routes.myDetails(tokenOf(c)), { says })

async function kept(c: WebContext): Promise<Extract<TheirPage, { is: 'kept' }>> {
  const found = await readTheirPage(c.var.ctx, tokenOf(c))
  if (found.is === 'kept') return found
  throw new Erased()
}

async function page(c: WebContext): Promise<Shown> {
  const found = await readTheirPage(c.var.ctx, tokenOf(c))
  return { title: 'Your details', frame: 'plain', width: 'reading', body: found.is === 'erased' ? <Gone erasure={found.erasure} /> : <Kept found={found} token={tokenOf(c)} said={c.req.query('said')} /> }
}

function Kept({ found: { person, referrals, waiting }, token, said }: { found: Extract<TheirPage, { is: 'kept' }>; token: string; said?: string }) {
  return (
    <>
      <Heading intro="Who has them, from whom, and why. This page is yours: keep its link, and come back whenever you like.">Your details</Heading>
      {said === 'yes' && <Good word="Thank you">Your yes is on its way. Below you see who has your details, and can take it back.</Good>}
      {said === 'no' && <Good word="Thank you">Nothing was sent. You can have your details erased below.</Good>}
      {referrals.map((one) => <Holder key={one.id} one={one} token={token} asks={waiting.has(one.id)} />)}
      <Section title="What is kept about you">
        <Facts facts={[{ name: 'Your name', is: person.name }, { name: 'How to reach you', is: person.reach }, { name: 'What you need', is: person.needs }]} />
        {person.correctedAt && <p className="fine">Corrected by you on <Day on={person.correctedAt} /></p>}
        <Actions>
          <LinkButton href={routes.myDetailsCorrection(token)}>Correct it</LinkButton>
          <LinkButton href={routes.myDetailsErasure(token)} variant="danger">Erase everything</LinkButton>
        </Actions>
      </Section>
      <p className="fine">You may also complain to the Information Commissioner’s Office: ico.org.uk, telephone 0303 123 1113.</p>
    </>
  )
}

type One = Extract<TheirPage, { is: 'kept' }>['referrals'][number]

function Holder({ one, token, asks }: { one: One; token: string; asks: boolean }) {
  if (asks) {
    return (
      <Card title={`${one.giver} would like to put you in touch with ${one.receiver}`}>
        <p>Nothing is sent without your yes. With it they see your first name and what you need; how to reach you only once they say that they can help.</p>
        <Form to={routes.myDetailsAnswer(token, one.id)} label={`In touch with ${one.receiver}?`}>
          <Actions><Button name="word" value="yes">Yes, put us in touch</Button><Button name="word" value="no" variant="quiet">No, thank you</Button></Actions>
        </Form>
      </Card>
    )
  }
  const holds = holdsNow(one)
  return (
    <Card title={one.receiver} state={holds === 'nothing' ? 'Has nothing of yours here' : holds === 'all' ? 'Sees how to reach you' : 'Sees your first name and what you need'}
      actions={holds !== 'nothing' && <PostButton to={routes.myDetailsEnd(token, one.id)} about={one.receiver}>Not any more</PostButton>}>
      <p>{`From ${one.giver}${one.says ? `, who wrote: “${one.says}”` : ''}`}</p>
      {one.yes && <p className="fine">{one.yes.how === 'own' ? 'You said yes on ' : `${one.giver} tells us that you said yes on `}<Day on={one.yes.on ?? one.yes.at} /></p>}
      {one.contact && holds === 'all' && <p>You can reach them at {[one.contact.email, one.contact.phone].filter(Boolean).join(' or ')}</p>}
    </Card>
  )
}

function holdsNow(one: One): 'nothing' | 'first name' | 'all' {
  const closedToThem = ['waiting', 'refused', 'unsaid', 'declined', 'unanswered', 'taken-back', 'stopped'].includes(one.state.is) || !one.offeredAt || one.stopped
  if (closedToThem) return 'nothing'
  return one.acceptedAt && one.state.is !== 'passed-on' ? 'all' : isOver(one) && !one.acceptedAt ? 'nothing' : 'first name'
}

function Gone({ erasure: { at, reference, told } }: { erasure: Erasure }) {
  return (
    <>
      <Heading>Your details are erased</Heading>
      <Good word="Gone">{`Nothing of yours is kept here any more. ${told === 1 ? 'The one organisation' : `The ${told} organisations`} that had or might have had your details ${told === 1 ? 'was' : 'were'} told, and asked to delete any copy.`}</Good>
      <Facts facts={[{ name: 'Erased on', is: <Day on={at} /> }, { name: 'Reference', is: reference }]} />
      <p className="fine">The reference proves that it was done. It holds nothing of yours.</p>
    </>
  )
}

async function correcting(c: WebContext, form: FormState): Promise<Shown> {
  await kept(c)
  return {
    title: 'Correct your details', frame: 'plain', width: 'reading',
    body: (
      <>
        <Heading intro="All who have your details read the new ones from then on, and are told.">Correct your details</Heading>
        <Form to={routes.myDetailsCorrection(tokenOf(c))} id="correct" {...form} seenBy="Those who may see your details now">
          <Field name="name" label="Your name" maxLength={120} autoComplete="name" />
          <Field name="reach" label="How to reach you" maxLength={200} />
          <Field name="needs" type="textarea" rows={3} label="What you need" maxLength={600} />
          <Actions sticky><Button>Save</Button><LinkButton href={routes.myDetails(tokenOf(c))}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

async function erasing(c: WebContext, form: FormState): Promise<Shown> {
  await kept(c)
  return {
    title: 'Erase everything', frame: 'plain', width: 'reading',
    body: (
      <>
        <Heading intro="This cannot be undone.">Erase everything of yours?</Heading>
        <p>Your name, how to reach you, what you need and whatever was written about it go at once, for everyone who received them. They are told, and asked to delete their own copies. You get a reference that proves it.</p>
        <Form to={routes.myDetailsErasure(tokenOf(c))} id="erase" {...form}>
          <Actions sticky><Button variant="danger">Erase everything</Button><LinkButton href={routes.myDetails(tokenOf(c))}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}
