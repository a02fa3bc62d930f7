import type { ReactNode } from 'react'
import type { FormState } from '../../../kit/web/form.ts'
import { SEEN_BY, type Organisation } from '../../../organisations/index.ts'
import { routes } from '../../../routes.ts'
import { Care, CopyLink, Empty, Heading, LinkButton, Note, PostButton, Row, Rows, Section, SeenBy } from '../../../ui/index.ts'
import { escape } from '../badge.ts'
import { PART_WORDS, queryOf, type StatementUse } from '../statement.ts'

type Props = { organisation: Organisation; slug: string | undefined; uses: readonly StatementUse[]; form: FormState; urlOf: (path: string) => string }

/** Everything to pass on: the page’s address and code, a badge and a card for other websites, and the statements by use. */
export function SharePage({ organisation, slug, uses, form, urlOf }: Props) {
  const { id, name, sight, standing } = organisation
  return (
    <>
      <Heading above={<a href={routes.organisation(id)}>{name}</a>} intro="One page that says who you are. Put it on your van, in your mails and on the sites you already have." actions={slug && <LinkButton href={routes.publicPage(slug)} variant="main">See your public page</LinkButton>}>Share your page</Heading>
      {form.problems['name'] && <Care>{form.problems['name']}</Care>}
      {standing.is === 'resting' && <Note word="Resting">Visitors read “This page is resting.” and nothing else.</Note>}
      {sight !== 'anyone' && <Note word="Not for everyone yet" actions={<LinkButton href={routes.whoSees(id)}>Who sees what</LinkButton>}>Strangers find nothing at this address. It works for those who see your page.</Note>}
      {!slug && <Empty title="Your address is on its way">It is made from your name and is ready in a moment. Open this page again.</Empty>}
      {slug && (
        <>
          <Section title="The address"><SeenBy>{`${SEEN_BY[sight]} (this page)`}</SeenBy><CopyLink link={urlOf(routes.publicPage(slug))} label="Your public page" hint="It stays yours. If your name changes, this address leads to the new one." /></Section>
          <Section title="On other websites" intro="They show what anyone may see, and follow what you change here.">
            <div className="cards">
              <Snippet name="Badge" id="badge" code={`<a href="${urlOf(routes.publicPage(slug))}"><img src="${urlOf(routes.publicBadge(slug))}" height="56" alt="${escape(name)} on Guildhall"></a>`}>
                {sight === 'anyone' ? <img src={routes.publicBadge(slug)} height={56} alt={`${name} on Guildhall`} /> : <p className="quiet-text">Shown once your page is for anyone.</p>}
              </Snippet>
              <Snippet name="Card" id="card" code={`<iframe src="${urlOf(routes.publicCard(slug))}" width="360" height="300" title="${escape(name)} on Guildhall" loading="lazy" style="border:0"></iframe>`}>
                <p><a href={routes.publicCard(slug)} data-turbo="false">Look at the card</a></p>
              </Snippet>
            </div>
          </Section>
          <Section title="Statements" intro="One side of A4 for a bid, a grant or a meeting." actions={<LinkButton href={routes.statement(slug)}>Make one</LinkButton>}>
            {uses.length === 0 ? <Empty title="None named yet" example="Bid to the council · the four answers, certificates, register numbers">Choose the parts, and remember them under a name for the next time.</Empty> : (
              <Rows label="Statements">
                {uses.map((use) => (
                  <Row key={use.id} title={use.name} href={routes.statement(slug) + queryOf(use.parts, false)} detail={use.parts.map((part) => PART_WORDS[part]).join(' · ')}
                    actions={<><LinkButton href={routes.statementPdf(slug) + queryOf(use.parts, false)} small download about={use.name}>PDF</LinkButton><PostButton to={routes.statementUseRemoval(id, use.id)} variant="plain" small about={use.name}>Forget</PostButton></>} />
                ))}
              </Rows>
            )}
          </Section>
        </>
      )}
    </>
  )
}

/** Something to paste, under what it looks like. */
function Snippet({ name, id, code, children }: { name: string; id: string; code: string; children: ReactNode }) {
  return (
    <div className="card">
      <h3>{name}</h3>
      {children}
      <div className="copy-link"><div className="copy-link-words">
        <label htmlFor={`snippet-${id}`}>{`HTML of the ${name.toLowerCase()}`}</label>
        <div className="box"><input id={`snippet-${id}`} type="text" readOnly defaultValue={code} /><button type="button" className="button quiet" data-copy={`snippet-${id}`} hidden>Copy<span className="unseen"> the HTML of the {name.toLowerCase()}</span></button></div>
      </div></div>
    </div>
  )
}
