import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, freshForm, goTo, readValues, sendForm, type FormState, type Values } from '../../kit/web/form.ts'
import { NotFound } from '../../kit/refusal.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Confirm, CopyLink, Day, Facts, Field, Form, Good, Heading, LinkButton, Note, Row, Rows, Section } from '../../ui/index.ts'
import { askClient, replyToClient } from '../ask-client.ts'
import { offerPart, readForPart } from '../answer-cover.ts'
import { answerAsClient, askAsClient, correctAsClient, readForClient, sayAsClient, type ForClient } from '../client-says.ts'
import { eraseAsClient, eraseClientOf } from '../erase-client.ts'
import { readCover, readCoverToKeep } from '../read-cover.ts'
import { idFrom, tokenFrom } from './param.ts'
import { AboveCover } from './parts.tsx'

/** Naming the client and asking them; and the page the client has by their link, without an account. */
export function clientPages(pages: Pages): void {
  formPage(pages, routes.coverClient(':id'), {
    start: async (c): Promise<Values> => { const { client } = await readCover(c.var.ctx, idFrom(c)); return client ? { name: client.name, email: client.email ?? '', phone: client.phone ?? '', contact: client.contact ?? '' } : {} },
    show: (c, form) => namePage(c, form),
    send: async (c, values) => { await askClient(c.var.ctx, idFrom(c), values); return goTo(c, routes.coverClient(idFrom(c)), { says: 'Asked. Their link is below, to pass on by hand too.' }) },
  })
  pages.post(routes.coverReplies(':id'), (c) => sendForm(c, {
    show: async (again, form) => replyPage(again, form),
    send: async (again, values) => { await replyToClient(again.var.ctx, idFrom(again), values); return goTo(again, routes.coverOf(idFrom(again)), { says: 'Your reply is with the client.' }) },
  }))
  formPage(pages, routes.coverClientErasure(':id'), {
    show: async (c, form) => ownErasurePage(c, form),
    send: async (c) => { await eraseClientOf(c.var.ctx, idFrom(c)); return goTo(c, routes.coverOf(idFrom(c)), { says: 'Erased here. Whoever had received it is asked to delete their own copies.' }) },
  })

  pages.get(routes.coverForClient(':token'), async (c) => show(c, await clientPage(c)))
  pages.post(routes.coverForClient(':token'), async (c) => {
    const { word } = await readValues(c)
    if (word !== 'yes' && word !== 'no') throw new NotFound()
    await answerAsClient(c.var.ctx, tokenFrom(c), word)
    return c.redirect(routes.coverForClient(tokenFrom(c)), 303)
  })
  const forms = [
    [routes.coverQuestions, 'question', askAsClient], [routes.coverCorrection, 'correction', correctAsClient], [routes.coverClientWord, 'word', sayAsClient],
  ] as const
  for (const [address, part, act] of forms) {
    pages.post(address(':token'), (c) => sendForm(c, {
      show: (again, form) => clientPage(again, { part, form }),
      send: async (again, values) => { await act(again.var.ctx, tokenFrom(again), values); return again.redirect(routes.coverForClient(tokenFrom(again)), 303) },
    }))
  }
  formPage(pages, routes.coverErasure(':token'), {
    show: async (c, form) => { await readForClient(c.var.ctx, tokenFrom(c)); return erasurePage(c, form) },
    send: async (c) => { await eraseAsClient(c.var.ctx, tokenFrom(c)); return c.redirect(routes.coverForClient(tokenFrom(c)), 303) },
  })

  formPage(pages, routes.coverPartly(':token'), {
    show: (c, form) => partPage(c, form),
    send: async (c, values) => {
      await offerPart(c.var.ctx, tokenFrom(c), values)
      return show(c, { title: 'Thank you', frame: 'plain', width: 'reading', status: 201, body: <><Heading>Thank you</Heading><Good word="Passed on">They put the parts together, and you hear either way.</Good></> })
    },
  })
}

async function namePage(c: WebContext, form: FormState): Promise<Shown> {
  const seen = await readCoverToKeep(c.var.ctx, idFrom(c), 'owner')
  const who = seen.asked.filter((one) => one.chosen).map((one) => seen.name(one.associate)).join(' and ')
  const { cover, clientLink } = seen
  const again = !!cover.clientAsked
  return {
    title: 'Ask the client', width: 'reading',
    body: (
      <>
        <Heading above={<AboveCover id={cover.id} />} intro={`They are told that ${who || 'somebody'} would cover, from when to when, and that you remain responsible. They say yes, no, or ask a question; no account is needed.`}>Ask the client</Heading>
        {clientLink && <CopyLink link={clientLink} label="The client’s own link" hint="It goes to them alone. By it they also correct or erase their details, today and later." />}
        {!cover.takenAt && <Note word="Not yet">Nobody has said yes yet. The client comes after that, so that they are named to nobody before.</Note>}
        <Form to={routes.coverClient(cover.id)} id="client" {...form} seenBy={`Only you; ${who || 'whoever covers'} once the client has said yes`}>
          <Field name="name" label="Who is the client?" maxLength={100} autoComplete="off" />
          <Field name="email" type="email" label="Their e-mail address" optional hint="Left out, you copy a link to them instead." autoComplete="off" />
          <Field name="phone" type="tel" label="Their telephone number" width="medium" maxLength={40} optional autoComplete="off" />
          <Field name="contact" type="textarea" rows={2} label="How best to reach them" maxLength={500} optional />
          <Actions sticky><Button busy="Asking">{again ? 'Ask again' : 'Ask them'}</Button><LinkButton href={routes.coverOf(cover.id)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

async function replyPage(c: WebContext, form: FormState): Promise<Shown> {
  await readCoverToKeep(c.var.ctx, idFrom(c), 'owner')
  return {
    title: 'Reply to the client', width: 'reading',
    body: (
      <>
        <Heading above={<AboveCover id={idFrom(c)} />}>Reply to the client</Heading>
        <Form to={routes.coverReplies(idFrom(c))} id="reply" {...form} seenBy="Only the client"><Field name="says" type="textarea" rows={3} label="Your reply" maxLength={1000} /><Actions><Button>Reply</Button></Actions></Form>
      </>
    ),
  }
}

type Sent = { readonly part: 'question' | 'correction' | 'word'; readonly form: FormState }

async function clientPage(c: WebContext, sent?: Sent): Promise<Shown> {
  const token = tokenFrom(c)
  const seen = await readForClient(c.var.ctx, token)
  c.header('Referrer-Policy', 'no-referrer')
  const formOf = (part: Sent['part'], values: Values = {}) => (sent?.part === part ? sent.form : freshForm(values))
  return { title: 'Who stands in for whom', frame: 'plain', width: 'reading', body: <ClientPage seen={seen} token={token} formOf={formOf} /> }
}

function ClientPage({ seen, token, formOf }: { seen: ForClient; token: string; formOf: (part: Sent['part'], values?: Values) => FormState }) {
  const { cover, client, owner, associates, shown } = seen
  const who = associates.join(' and ')
  const agreed = cover.clientAsked?.agreedAt
  if (cover.clientErasedAt) return <><Heading>Your details are gone</Heading><Good word="Erased">They were erased here, and whoever had received them was asked to delete their own copies.</Good><p>That was on <Day on={cover.clientErasedAt} />. Nothing else of you is kept.</p></>
  if (cover.clientAsked?.declinedAt) return <><Heading>You said no</Heading><Good word="Passed on">{`${owner} knows, and ${who} never learned who you are. What was noted of you for this has been deleted.`}</Good></>
  return (
    <>
      <Heading>{seen.stillAsked ? shown.title : `${who} and ${owner}`}</Heading>
      {shown.lines.map((line) => <p key={line}>{line}</p>)}
      {seen.stillAsked && (
        <Form to={routes.coverForClient(token)} id="answer" seenBy={`${owner} and ${who}`}>
          <Actions><Button name="word" value="yes">Yes, that is fine</Button><Button name="word" value="no" variant="quiet">I would rather not</Button></Actions>
        </Form>
      )}
      {agreed && <Good word="You said yes">{<p>On <Day on={agreed} />. {cover.handedBackAt ? `Everything is back with ${owner}.` : `${who} covers, and ${owner} remains responsible to you.`}</p>}</Good>}
      {!seen.stillAsked && !agreed && <Note word="No longer asked">{`This question is no longer open. ${owner} will speak to you if it still matters.`}</Note>}
      {client && (cover.handedBackAt || Object.keys(formOf('word').problems).length > 0) && (
        <Section title="How was it?">
          {cover.clientWord && <blockquote><p>“{cover.clientWord.says}”</p></blockquote>}
          <Form to={routes.coverClientWord(token)} id="word" {...formOf('word')} seenBy={`${owner} and ${who}`}>
            <Field name="says" type="textarea" rows={3} label={cover.clientWord ? 'Say it another way' : 'A line on how it was'} maxLength={500} />
            <Actions><Button>Send</Button></Actions>
          </Form>
        </Section>
      )}
      {client && (
        <>
          <Section title="Ask a question">
            {client.talk.length > 0 && <Rows label="Asked and answered">{client.talk.map((said) => <Row key={said.at} title={said.by === 'client' ? 'You asked' : `${owner} replied`} detail={`“${said.says}”`} aside={<Day on={said.at} />} />)}</Rows>}
            <Form to={routes.coverQuestions(token)} id="question" {...formOf('question')} seenBy={`Only the people of ${owner}`}>
              <Field name="says" type="textarea" rows={3} label="Your question" maxLength={1000} />
              <Actions><Button variant="quiet">Ask</Button></Actions>
            </Form>
          </Section>
          <Section title="What is kept of you" intro={agreed ? `From ${owner}, who works for you, so that ${who} can stand in.` : `Noted by ${owner}, to ask you this. Nobody else sees it.`}>
            <Facts facts={[{ name: 'Name', is: client.name }, ...(client.phone ? [{ name: 'Telephone', is: client.phone }] : []), ...(client.email ? [{ name: 'E-mail', is: client.email }] : []), ...(client.contact ? [{ name: 'How to reach you', is: client.contact }] : [])]} />
            <details className="more-words">
              <summary>Put it right</summary>
              <Form to={routes.coverCorrection(token)} id="correction" {...formOf('correction', { name: client.name, email: client.email ?? '', phone: client.phone ?? '' })} seenBy={agreed ? `${owner} and ${who}` : `Only the people of ${owner}`}>
                <Field name="name" label="Name" maxLength={100} />
                <Field name="email" type="email" label="E-mail address" optional />
                <Field name="phone" type="tel" label="Telephone number" maxLength={40} width="medium" optional />
                <Actions><Button variant="quiet">Put it right</Button></Actions>
              </Form>
            </details>
            <Actions><LinkButton href={routes.coverErasure(token)} variant="danger">Erase my details</LinkButton></Actions>
            <p className="fine">Kept for two years after it is over, unless you erase it before. {who} sees it only while it is needed.</p>
          </Section>
        </>
      )}
    </>
  )
}

function erasurePage(c: WebContext, form: FormState): Shown {
  const token = tokenFrom(c)
  c.header('Referrer-Policy', 'no-referrer')
  return {
    title: 'Erase your details?', frame: 'plain', width: 'reading',
    body: <Confirm title="Erase your details?" to={routes.coverErasure(token)} verb="Erase my details" backHref={routes.coverForClient(token)} formKey={form.formKey} danger><p>Everything kept of you here is deleted: your name, how to reach you, what was written for handing over, your questions and your words. Whoever received it is asked to delete their own copies. It cannot be brought back.</p></Confirm>,
  }
}

async function ownErasurePage(c: WebContext, form: FormState): Promise<Shown> {
  const { cover } = await readCoverToKeep(c.var.ctx, idFrom(c), 'owner')
  return {
    title: 'Erase the client’s details?', width: 'reading',
    body: <Confirm title="Erase the client’s details?" to={routes.coverClientErasure(cover.id)} verb="Erase them" backHref={routes.coverOf(cover.id)} formKey={form.formKey} danger><p>Their name, how to reach them, the pack, their questions and their words are deleted here for everybody. Whoever covers is asked to delete their own copies. It cannot be brought back.</p></Confirm>,
  }
}

async function partPage(c: WebContext, form: FormState): Promise<Shown> {
  const described = await readForPart(c.var.ctx, tokenFrom(c))
  return {
    title: 'Which part can you take?', frame: 'plain', width: 'reading',
    body: (
      <>
        <Heading intro={described.title}>Which part can you take?</Heading>
        {described.lines.map((line) => <p key={line}>{line}</p>)}
        <Form to={routes.coverPartly(tokenFrom(c))} id="partly" {...form} seenBy={described.seenBy}>
          <Field name="hours" label="How many of the hours" width="short" inputMode="decimal" />
          <Field name="note" label="Which, or anything to add" maxLength={300} optional hint="“The morning, until one”" />
          <Actions sticky><Button>Offer this part</Button><LinkButton href={routes.answerByLink(tokenFrom(c))}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}
