import { TooMany } from '../../../kit/refusal.ts'
import { show, type Pages, type Shown, type WebContext } from '../../../kit/web/env.ts'
import { formWith, freshForm, readValues, sendForm, type FormState } from '../../../kit/web/form.ts'
import { routes } from '../../../routes.ts'
import { Actions, Button, Field, Form, Good, Heading, LinkButton, Note } from '../../../ui/index.ts'
import { makeEnquiry, readEnquiry } from '../make-enquiry.ts'
import { answerOf } from '../page-words.ts'
import { readPage, type PublicPage } from '../read-page.ts'
import { Paragraphs } from './paragraphs.tsx'

/** "That’s us": three fields, thanks, and what came of it. */
export function enquiryPages(pages: Pages): void {
  pages.get(routes.enquiries(':slug'), async (c) => show(c, await formShown(c, freshForm())))
  pages.post(routes.enquiries(':slug'), async (c) => {
    try {
      return await sendForm(c, {
        show: formShown,
        send: async (again, values) => again.redirect(routes.enquiry((await makeEnquiry(again.var.ctx, slugOf(again), values)).token), 303),
      })
    } catch (error) {
      if (!(error instanceof TooMany)) throw error
      c.header('Retry-After', String(error.retryAfterSeconds))
      return show(c, { ...await formShown(c, formWith(await readValues(c), error)), status: 429, hasProblems: true })
    }
  })
  pages.get(routes.enquiry(':token'), async (c) => {
    const { enquiry, name } = await readEnquiry(c.var.ctx, c.req.param('token') ?? '')
    return show(c, { title: `Your words to ${name}`, frame: 'public', width: 'reading', body: <Thanks name={name} answer={enquiry.answer} could={enquiry.could} mail={!!enquiry.email} address={c.var.ctx.url(c.req.path)} /> }).then(unlisted)
  })
}

const slugOf = (c: WebContext): string => c.req.param('slug') ?? ''

async function formShown(c: WebContext, form: FormState): Promise<Shown> {
  const page = await c.var.ctx.read((tx) => readPage(tx, slugOf(c)))
  c.header('X-Robots-Tag', 'noindex')
  return { title: `Write to ${page.face.organisation.name}`, frame: 'public', width: 'reading', body: <EnquiryForm page={page} form={form} /> }
}

function EnquiryForm({ page: { face, slug }, form }: { page: PublicPage; form: FormState }) {
  const { organisation } = face
  const wanted = answerOf(face, 2)
  const rests = organisation.standing.is === 'resting'
  return (
    <>
      <Heading above={<a href={routes.publicPage(slug)}>{organisation.name}</a>} intro={rests ? undefined : 'Three lines are enough. No account is needed, and you get an answer, be it a kind no.'}>{rests ? 'This page is resting.' : 'That’s us'}</Heading>
      {wanted && !rests && <figure className="face-quote"><blockquote><Paragraphs text={wanted} /></blockquote><figcaption>{organisation.name} would love to meet</figcaption></figure>}
      {organisation.contact?.phone && <Note word="Rather talk?"><p>Call <a href={`tel:${organisation.contact.phone.replaceAll(/[^+0-9]/g, '')}`}>{organisation.contact.phone}</a>.</p></Note>}
      {organisation.standing.is === 'claimed' && (
        <Form to={routes.enquiries(slug)} {...form} seenBy={organisation.name}>
          <Field name="who" label="Who you are" hint="Your name and what you do, as in “Asha, wedding cakes in Lamb Street”." maxLength={200} autoComplete="organization" />
          <Field name="reach" label="How to reach you" hint="An e-mail address or a telephone number. With an e-mail address the answer comes to you." maxLength={300} autoComplete="email" />
          <Field name="could" type="textarea" label="What you could do" hint="For them, or together." maxLength={1500} rows={4} />
          <Actions><Button busy="Sending">{`Send to ${organisation.name}`}</Button><LinkButton href={routes.publicPage(slug)} variant="plain">Go back</LinkButton></Actions>
        </Form>
      )}
    </>
  )
}

type ThanksProps = { name: string; could: string; mail: boolean; address: string; answer?: { word: 'yes' | 'no'; note?: string } }

function Thanks({ name, could, mail, address, answer }: ThanksProps) {
  return (
    <>
      <Heading>{answer ? `${name} has answered` : 'Thank you'}</Heading>
      {!answer && <Good word="Sent">{`${name} has your words, and two weeks to answer. ${mail ? 'The answer comes to you by e-mail, and stands here too.' : 'Their answer will stand here.'}`}</Good>}
      {answer?.word === 'yes' && <Good word="Let’s talk">{`${name} would like to talk, and has what you gave them to reach you.`}</Good>}
      {answer?.word === 'no' && <Note word="Not this time">{`${name} thanks you for writing. It is not one for them just now.`}</Note>}
      {answer?.note && <figure className="face-quote"><blockquote>“{answer.note}”</blockquote><figcaption>{name}</figcaption></figure>}
      <p className="quiet-text">You wrote: “{could}”</p>
      <p className="fine">Keep this address, and nobody else’s eyes on it: <span className="face-address">{address}</span></p>
    </>
  )
}

function unlisted(answer: Response): Response {
  answer.headers.set('X-Robots-Tag', 'noindex')
  answer.headers.set('Referrer-Policy', 'no-referrer')
  return answer
}
