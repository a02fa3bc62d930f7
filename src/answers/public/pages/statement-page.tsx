import { routes } from '../../../routes.ts'
import { Actions, Button, Care, Chips, Facts, Field, Form, Hidden, QrCode, Tick, Ticks } from '../../../ui/index.ts'
import { answerOf, claimsByWeight, headlineOf, kindAndArea, partnersOf } from '../page-words.ts'
import type { Statement, StatementWanted } from '../read-statement.ts'
import { PART_WORDS, PARTS, queryOf, type StatementUse } from '../statement.ts'
import { AlsoDoes, Claims } from './claims.tsx'
import { Paragraphs } from './paragraphs.tsx'
import { Proof } from './proof.tsx'
import { reachFacts } from './reach.tsx'

type Props = { statement: Statement; wanted: StatementWanted; uses: readonly StatementUse[]; url: string; today: string }

/** The sheet, and beside it what to put on it. Only the sheet is printed. */
export function StatementBody(props: Props) {
  const { statement: { page, beyondAnyone } } = props
  return (
    <div className="sheet-desk">
      <aside className="sheet-tools" aria-label="What the sheet shows">
        <p className="above"><a href={routes.publicPage(page.slug)}>{page.face.organisation.name}</a></p>
        <h2>One-page statement</h2>
        {beyondAnyone && <Care>{page.face.organisation.sight === 'anyone' ? 'This sheet also holds what you do not show to anyone.' : 'Your page is not shown to anyone, so this sheet holds more than a stranger can see. It goes where you send it.'}</Care>}
        <Choose {...props} />
        {page.ours && <Remember {...props} />}
      </aside>
      <Sheet {...props} />
    </div>
  )
}

function Choose({ statement: { page }, wanted, uses }: Props) {
  const to = routes.statement(page.slug)
  return (
    <>
      {uses.length > 0 && <Chips label="Your uses" chips={uses.map((use) => ({ label: use.name, href: to + queryOf(use.parts, wanted.whole), on: use.parts.join() === wanted.parts.join() }))} />}
      <Form to={to} method="get" id="parts" label="Parts of the statement">
        <Ticks name="part" label="Show" optional options={PARTS.map((part) => ({ value: part, label: PART_WORDS[part] }))} value={wanted.parts} />
        {page.ours && page.face.organisation.sight === 'anyone' && <Tick name="whole" value="yes" label="Also what is not shown to anyone" checked={wanted.whole} />}
        <Actions><Button to={routes.statementPdf(page.slug)}>Get the PDF</Button><Button variant="quiet">Show these parts</Button></Actions>
      </Form>
    </>
  )
}

function Remember({ statement: { page }, wanted }: Props) {
  return (
    <Form to={routes.statementUses(page.face.organisation.id)} id="use" seenBy="Only you and your colleagues">
      {wanted.parts.map((part) => <Hidden key={part} name="part" value={part} />)}
      <Field name="name" label="Remember these parts as" hint="Such as “Bid to the council”." maxLength={80} />
      <Actions><Button variant="quiet">Remember</Button></Actions>
    </Form>
  )
}

function Sheet({ statement: { face, page }, wanted, url, today }: Props) {
  const { organisation } = face
  const { lead, rest } = headlineOf(answerOf(face, 4))
  const { best, also } = claimsByWeight(face)
  const [bestWords, need, asked] = [answerOf(face, 3), answerOf(face, 1), answerOf(face, 2)]
  const partners = partnersOf(face), facts = reachFacts(face)
  return (
    <article className="sheet face">
      <header className="sheet-head">
        <h1 tabIndex={-1}>{organisation.name}</h1>
        <p className="face-where">{[organisation.line, kindAndArea(organisation)].filter(Boolean).join(' · ')}</p>
      </header>
      {lead && <p className="sheet-only">{lead}</p>}
      <Paragraphs text={rest} />
      <div className="face-columns">
        <div>
          {(bestWords || best.length > 0) && <section><h2>What we do best</h2><Paragraphs text={bestWords} /><Claims claims={best} /><AlsoDoes claims={also} /></section>}
          {need && <section><h2>What we see needs doing</h2><Paragraphs text={need} /></section>}
          {asked && <section><h2>We’d love to meet</h2><Paragraphs text={asked} /></section>}
        </div>
        <Proof face={face} today={today} />
      </div>
      {partners.length > 0 && <section><h2>We work with</h2><p>{partners.map(({ name }) => name).join(' · ')}</p></section>}
      {(facts.length > 0 || wanted.parts.includes('qr')) && (
        <footer className="sheet-foot">
          {facts.length > 0 && <Facts facts={facts} />}
          {wanted.parts.includes('qr') && <figure className="face-code"><QrCode text={url} label={`QR code: the public page of ${page.face.organisation.name}`} /></figure>}
        </footer>
      )}
    </article>
  )
}
