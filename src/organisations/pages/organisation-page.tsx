import { Fragment } from 'react'
import { routes } from '../../routes.ts'
import { Actions, Care, Empty, Facts, Heading, LinkButton, Note, PostButton, Section, WithAside } from '../../ui/index.ts'
import { schemeOf } from '../identifier.ts'
import { KIND_WORDS, type Organisation } from '../organisation.ts'
import type { NextStep } from '../next-steps.ts'
import type { ShownPart } from '../page-parts.ts'
import { SEEN_BY } from '../sight-words.ts'
import { mayClose, mayEdit, mayGiveClaimLink, type Keeping } from '../who-may.ts'

type Props = { organisation: Organisation; keeping: Keeping & { worksThere: boolean }; next: readonly NextStep[]; parts: readonly ShownPart[] }

/** An organisation as this viewer may see it. What is not shown to them is not mentioned. */
export function OrganisationPage({ organisation, keeping, next, parts }: Props) {
  const { id, name, kind, place, line, story, standing } = organisation
  const mine = mayEdit(keeping)
  const known = factsOf(organisation)
  const where = [KIND_WORDS[kind], place?.town, place?.district].filter(Boolean).join(' · ')
  const main = (
    <>
      {parts.map(({ name: part, body }) => <Fragment key={part}>{body}</Fragment>)}
      {story ? <div className="prose">{story.split(/\n{2,}/).map((paragraph, at) => <p key={at}>{paragraph}</p>)}</div>
        : mine && <Empty title="No story yet" example="“We began with one van and a borrowed kiln.”" action={<LinkButton href={routes.editOrganisation(id)}>Write it</LinkButton>}>A few lines on how you began tell more than a list of services.</Empty>}
      {mine && <Keep organisation={organisation} keeping={keeping} />}
    </>
  )
  return (
    <>
      <Heading above={where} intro={line} actions={<>{mine && <LinkButton href={routes.editOrganisation(id)}>Edit this page</LinkButton>}{next.map(({ label, href }, at) => <LinkButton key={href} href={href} variant={at === 0 && !mine ? 'main' : 'quiet'}>{label}</LinkButton>)}</>}>{name}</Heading>
      {standing.is === 'listed' && <Listed organisation={organisation} keeping={keeping} />}
      {standing.is === 'resting' && <Note word="Resting">{`${name} asks not to be disturbed for now.`}</Note>}
      {standing.is === 'closed' && <Care word="Closed">{`${name} has closed. Only its own people see this page.`}</Care>}
      {known.length > 0 || mine ? <WithAside label={mine ? 'How to reach you' : 'How to reach them'} aside={<Reach facts={known} mine={mine} />}>{main}</WithAside> : main}
      {keeping.worksThere && !keeping.role && <ActHere organisation={organisation} />}
    </>
  )
}

function Reach({ facts, mine }: { facts: ReturnType<typeof factsOf>; mine: boolean }) {
  return <Section title={mine ? 'How to reach you' : 'How to reach them'}>{facts.length > 0 ? <Facts facts={facts} /> : <p className="quiet-text">Nothing yet.</p>}</Section>
}

function factsOf({ contact, website, peopleCount, identifiers }: Organisation) {
  return [
    contact?.phone && { name: 'Phone', is: <a href={`tel:${contact.phone.replaceAll(/[^+0-9]/g, '')}`}>{contact.phone}</a> },
    contact?.email && { name: 'E-mail', is: <a href={`mailto:${contact.email}`}>{contact.email}</a> },
    website && { name: 'Website', is: <a href={website} rel="noopener nofollow">{website.replace(/^https?:\/\//, '').replace(/\/$/, '')}</a> },
    peopleCount && { name: 'People', is: peopleCount.toLocaleString('en-GB') },
    ...identifiers.map(({ scheme, value }) => {
      const known = schemeOf(scheme)
      const page = known?.page?.(value)
      return { name: known?.name ?? scheme, is: page ? <a href={page} rel="noopener nofollow">{value}</a> : value }
    }),
  ].filter((fact) => !!fact)
}

function Listed({ organisation, keeping }: { organisation: Organisation; keeping: Keeping }) {
  const ours = mayGiveClaimLink(keeping)
  return (
    <Note word="Listed, not yet claimed" actions={ours && <LinkButton href={routes.claimLinks(organisation.id)}>Give them a claim link</LinkButton>}>
      {ours ? 'You listed it for people who are not here yet. Once they claim it, it is theirs alone.' : 'Somebody who knows them wrote this. Their own people have not confirmed it.'}
    </Note>
  )
}

/** Who sees which part, in one place, and the doors to everything that is looked after elsewhere. */
function Keep({ organisation: { id, sight, contact, place, standing }, keeping }: { organisation: Organisation; keeping: Keeping }) {
  return (
    <>
      <Section title="Who sees what" actions={<LinkButton href={routes.whoSees(id)}>Change it</LinkButton>}>
        <Facts facts={[
          { name: 'This page', is: SEEN_BY[sight] },
          ...(contact ? [{ name: 'Phone and e-mail', is: SEEN_BY[contact.sight] }] : []),
          ...(place ? [{ name: 'District and town', is: SEEN_BY[place.sight] }] : []),
        ]} />
      </Section>
      <Section title="Looking after it">
        <Actions>
          <LinkButton href={routes.publicFace(id)}>Share your page</LinkButton>
          {keeping.role && <LinkButton href={routes.organisationStaff(id)}>Colleagues</LinkButton>}
          <LinkButton href={routes.organisationIdentifiers(id)}>Register numbers</LinkButton>
          {keeping.role && <PostButton to={routes.organisationRest(id)} fields={{ rests: standing.is === 'resting' ? '' : 'yes' }}>{standing.is === 'resting' ? 'We are back' : 'Rest for a while'}</PostButton>}
          {mayClose(keeping) && <LinkButton href={routes.organisationClosing(id)} variant="plain">Close it</LinkButton>}
        </Actions>
      </Section>
    </>
  )
}

function ActHere({ organisation }: { organisation: Organisation }) {
  return (
    <Note word="You work here" actions={<PostButton to={routes.actingFor} fields={{ organisation: organisation.id }}>{`Act for ${organisation.name}`}</PostButton>}>
      You are acting for someone else just now, so you see this page as they do.
    </Note>
  )
}

