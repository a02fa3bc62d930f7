import { routes } from '../../routes.ts'
import { Actions, Care, Empty, Facts, Heading, LinkButton, Note, PostButton, Section, SeenBy } from '../../ui/index.ts'
import { schemeOf } from '../identifier.ts'
import { KIND_WORDS, type Organisation } from '../organisation.ts'
import { SEEN_BY } from '../sight-words.ts'
import { mayClose, mayEdit, mayGiveClaimLink, type Keeping } from '../who-may.ts'

/** An organisation as this viewer may see it. What is not shown to them is not mentioned. */
export function OrganisationPage({ organisation, keeping }: { organisation: Organisation; keeping: Keeping & { worksThere: boolean } }) {
  const { id, name, kind, place, line, story, standing } = organisation
  const mine = mayEdit(keeping)
  const where = [KIND_WORDS[kind], place?.town, place?.district].filter(Boolean).join(' · ')
  return (
    <>
      <Heading above={where} intro={line} actions={mine && <LinkButton href={routes.editOrganisation(id)} variant="main">Edit this page</LinkButton>}>{name}</Heading>
      {standing.is === 'listed' && <Listed organisation={organisation} keeping={keeping} />}
      {standing.is === 'resting' && <Note word="Resting">{`${name} asks not to be disturbed for now.`}</Note>}
      {standing.is === 'closed' && <Care word="Closed">{`${name} has closed. Only its own people see this page.`}</Care>}
      {story ? story.split(/\n{2,}/).map((paragraph, at) => <p key={at}>{paragraph}</p>)
        : mine && <Empty title="No story yet" example="“We began with one van and a borrowed kiln.”" action={<LinkButton href={routes.editOrganisation(id)}>Write it</LinkButton>}>A few lines on how you began tell more than a list of services.</Empty>}
      <Reach organisation={organisation} mine={mine} />
      {mine && <Keep organisation={organisation} keeping={keeping} />}
      {keeping.worksThere && !keeping.role && <ActHere organisation={organisation} />}
    </>
  )
}

function Reach({ organisation, mine }: { organisation: Organisation; mine: boolean }) {
  const { contact, place, website, peopleCount, identifiers } = organisation
  const facts = [
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
  if (facts.length === 0 && !mine) return null
  return (
    <Section title="How to reach them">
      {facts.length > 0 ? <Facts facts={facts} /> : <p className="quiet-text">Nothing yet.</p>}
      {mine && contact && <SeenBy>{`${SEEN_BY[contact.sight]} (phone and e-mail)`}</SeenBy>}
      {mine && place && <SeenBy>{`${SEEN_BY[place.sight]} (place)`}</SeenBy>}
    </Section>
  )
}

function Listed({ organisation, keeping }: { organisation: Organisation; keeping: Keeping }) {
  const ours = mayGiveClaimLink(keeping)
  return (
    <Note word="Listed, not yet claimed" actions={ours && <LinkButton href={routes.claimLinks(organisation.id)}>Give them a claim link</LinkButton>}>
      {ours ? 'You listed it for people who are not here yet. Once they claim it, it is theirs alone.' : 'Somebody who knows them wrote this. Their own people have not confirmed it.'}
    </Note>
  )
}

function Keep({ organisation: { id, sight, standing }, keeping }: { organisation: Organisation; keeping: Keeping }) {
  return (
    <Section title="Looking after it">
      <SeenBy>{`${SEEN_BY[sight]} (this page)`}</SeenBy>
      <Actions>
        <LinkButton href={routes.whoSees(id)}>Who sees what</LinkButton>
        <LinkButton href={routes.organisationIdentifiers(id)}>Register numbers</LinkButton>
        {keeping.role && <LinkButton href={routes.organisationStaff(id)}>Colleagues</LinkButton>}
        {keeping.role && <PostButton to={routes.organisationRest(id)} fields={{ rests: standing.is === 'resting' ? '' : 'yes' }}>{standing.is === 'resting' ? 'We are back' : 'Rest for a while'}</PostButton>}
        {mayClose(keeping) && <LinkButton href={routes.organisationClosing(id)} variant="plain">Close it</LinkButton>}
      </Actions>
    </Section>
  )
}

function ActHere({ organisation }: { organisation: Organisation }) {
  return (
    <Note word="You work here" actions={<PostButton to={routes.actingFor} fields={{ organisation: organisation.id }}>{`Act for ${organisation.name}`}</PostButton>}>
      You are acting for someone else just now, so you see this page as they do.
    </Note>
  )
}

