import type { FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Care, Day, Empty, Field, Form, Heading, Hidden, LinkButton, Note, Row, Rows, Section } from '../../ui/index.ts'
import { MOST_LETTERS } from '../ask-introduction.ts'
import type { Desk } from '../draft.ts'
import type { Way } from '../ways.ts'
import { ContactPart } from './contact-part.tsx'

const askHref = (desk: Desk, through?: string) => `${routes.newIntroduction}?${new URLSearchParams({ to: desk.other.id, network: desk.network.slug, ...(through ? { through } : {}) })}`

/** Choosing who introduces us, then the notes that are written already: change a line and send. */
export function NewIntroductionPage({ desk, form }: { desk: Desk; form: FormState }) {
  const { other, way, ways, draft, not } = desk
  return (
    <>
      <Heading above={<a href={routes.introductions}>Introductions</a>} intro={`Somebody who knows you both asks ${other.name}. Contact details pass only once both of you have said yes.`}>{`Meet ${other.name}`}</Heading>
      {not?.because === 'open' && <Note actions={<LinkButton href={routes.introductions}>See it</LinkButton>}>{`You have asked to meet ${other.name} already.`}</Note>}
      {not?.because === 'other' && <Care actions={<LinkButton href={routes.findPartners}>Find others who fit</LinkButton>}>You asked to meet {other.name} not long ago, and there was no answer that time. You can ask again from <Day on={not.until} />.</Care>}
      {not?.because === undefined || not.because === 'through' ? <Ways desk={desk} /> : null}
      {way && draft && not === undefined && (
        <Section title={`Your note to ${way.inFull}`} intro="Written from your answers and theirs. Change what you like.">
          <Form to={routes.newIntroduction} id="ask" {...form} seenBy={`${way.name} reads both notes; ${other.name} reads the second, once ${way.name} has agreed`}>
            <Hidden name="network" value={desk.network.slug} />
            <Hidden name="to" value={other.id} />
            <Hidden name="through" value={way.organisation} />
            <Field name="toIntroducer" type="textarea" rows={12} label={`To ${way.inFull}`} value={draft.toIntroducer} maxLength={MOST_LETTERS} />
            <Field name="toOther" type="textarea" rows={9} label={`What ${other.name} will read`} value={draft.toOther} maxLength={MOST_LETTERS} />
            <ContactPart other={other.name} onPage={desk.contactOnPage} />
            <Actions sticky><Button busy="Asking">{`Ask ${way.name} to introduce us`}</Button><LinkButton href={routes.organisation(other.id)}>Go back</LinkButton></Actions>
          </Form>
        </Section>
      )}
      {ways.length === 0 && not?.because !== 'open' && not?.because !== 'other' && (
        <Empty title={`Nobody we know of could introduce you to ${other.name} just now.`} action={<LinkButton href={routes.newPartnership}>Note who you know</LinkButton>}>
          A way shows here once somebody knows you both and lets it be seen. Note the partners you have: any of them in {desk.network.name} can be asked. Or say hello from their own page.
        </Empty>
      )}
    </>
  )
}

/** All of them to choose from, or the one that was chosen. */
function Ways({ desk }: { desk: Desk }) {
  const { ways, way, other } = desk
  if (way) return <Section title="Who introduces you" actions={ways.length > 1 && <LinkButton small href={askHref(desk)}>Choose somebody else</LinkButton>}><Rows label="Who introduces you"><WayRow one={way} desk={desk} chosen /></Rows></Section>
  const paths = ways.filter((one) => one.isPath)
  const partners = ways.filter((one) => !one.isPath)
  return (
    <>
      {paths.length > 0 && <Section title="Who could introduce you"><Rows label="Who could introduce you">{paths.map((one) => <WayRow key={one.organisation} one={one} desk={desk} />)}</Rows></Section>}
      {partners.length > 0 && (
        <Section title={paths.length > 0 ? 'Or a partner of yours' : 'Ask a partner of yours'} intro={`Perhaps one of them knows ${other.name}.`}>
          <Rows label="Partners of yours">{partners.map((one) => <WayRow key={one.organisation} one={one} desk={desk} />)}</Rows>
        </Section>
      )}
    </>
  )
}

function WayRow({ one, desk, chosen }: { one: Way; desk: Desk; chosen?: boolean }) {
  return (
    <Row title={one.name} actions={chosen ? undefined : <LinkButton small href={`${askHref(desk, one.organisation)}#ask`} about={one.name}>Write to them</LinkButton>} >
      {one.isPath && (
        <ul className="fine">
          {one.knowsUs && <li>{one.knowsUs}</li>}
          {one.knowsThem && <li>{one.knowsThem}</li>}
          {one.further && <li>{one.name} knows {one.further}, who knows them.</li>}
        </ul>
      )}
    </Row>
  )
}
