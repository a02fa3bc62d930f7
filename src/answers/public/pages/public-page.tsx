import { routes } from '../../../routes.ts'
import { Actions, LinkButton, Note, QrCode, Row, Rows } from '../../../ui/index.ts'
import { answerOf, claimsByWeight, headlineOf, isBare, kindAndArea } from '../page-words.ts'
import type { PublicPage } from '../read-page.ts'
import { AlsoDoes, Claims } from './claims.tsx'
import { PageHead } from './head.tsx'
import { Proof } from './proof.tsx'
import { Reach, WorksWith } from './reach.tsx'
import { Paragraphs } from './paragraphs.tsx'

/** An organisation’s own page for strangers: who they are in a sentence, what they do best, whether it is true, and how to begin. */
export function PublicPageBody({ page, url, today }: { page: PublicPage; url: string; today: string }) {
  const { face, slug, ours } = page
  const { organisation } = face
  const { lead, rest } = headlineOf(answerOf(face, 4))
  const { best, also } = claimsByWeight(face)
  const [bestWords, need, wanted] = [answerOf(face, 3), answerOf(face, 1), answerOf(face, 2)]
  const open = organisation.standing.is === 'claimed'
  return (
    <article className="face">
      <PageHead face={face} url={url} />
      <header className="face-head">
        <div className="face-who">
          <h1 tabIndex={-1}>{organisation.name}</h1>
          {organisation.line && <p className="face-trade">{organisation.line}</p>}
          <p className="face-where">{kindAndArea(organisation)}</p>
        </div>
        <Actions>
          {open && <LinkButton href="#reach" variant="main">Get in touch</LinkButton>}
          <LinkButton href={routes.statement(slug)}>One-page PDF</LinkButton>
          {ours && <LinkButton href={routes.publicFace(organisation.id)} variant="plain">Share this page</LinkButton>}
        </Actions>
      </header>
      {organisation.standing.is === 'listed' && <Note word="Listed, not yet claimed">Somebody who knows them wrote this. Their own people have not confirmed it.</Note>}
      {lead && <p className="face-only">{lead}</p>}
      <Paragraphs className="face-rest" text={rest} />
      <Paragraphs className="face-story" text={organisation.story} />
      {isBare(face) && !lead && <p className="quiet-text">{organisation.name} has not written more yet.</p>}
      <div className="face-columns">
        <div>
          {(bestWords || best.length > 0) && (
            <section aria-labelledby="best">
              <h2 id="best">What we do best</h2>
              <Paragraphs text={bestWords} />
              <Claims claims={best} />
              <AlsoDoes claims={also} />
            </section>
          )}
          {need && (
            <section aria-labelledby="need">
              <h2 id="need">What we see needs doing</h2>
              <Paragraphs text={need} />
            </section>
          )}
        </div>
        <Proof face={face} today={today} />
      </div>
      {wanted && (
        <section className="face-wanted" aria-labelledby="wanted">
          <div>
            <h2 id="wanted">We’d love to meet</h2>
            <Paragraphs text={wanted} />
          </div>
          {open && <LinkButton href={routes.enquiries(slug)}>That’s us</LinkButton>}
        </section>
      )}
      {page.sections.map((section) => <Lines key={section.name} section={section} />)}
      <WorksWith page={page} />
      <section className="face-reach" id="reach" aria-labelledby="reach-title">
        <Reach face={face} slug={slug} open={open} />
        <figure className="face-code"><QrCode text={url} label={`QR code: the address of this page, ${url}`} /><figcaption>This page, for your phone</figcaption></figure>
      </section>
    </article>
  )
}

/** What a room below adds, such as open briefs: a few lines that lead there. */
function Lines({ section: { name, title, lines } }: { section: PublicPage['sections'][number] }) {
  return (
    <section aria-labelledby={`more-${name}`}>
      <h2 id={`more-${name}`}>{title}</h2>
      <Rows label={title}>{lines.map(({ says, href, detail }) => <Row key={href} title={says} href={href} detail={detail} level={3} />)}</Rows>
    </section>
  )
}

/** They have asked for quiet: their name, and nothing else. */
export function RestingPage({ name }: { name: string }) {
  return (
    <article className="face">
      <h1 tabIndex={-1}>{name}</h1>
      <p className="face-only">This page is resting.</p>
      <p className="quiet-text">They have asked for some quiet. Come back another time.</p>
    </article>
  )
}
