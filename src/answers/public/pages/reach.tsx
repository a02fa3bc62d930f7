import { schemeOf } from '../../../organisations/index.ts'
import { routes } from '../../../routes.ts'
import { Facts, LinkButton } from '../../../ui/index.ts'
import type { PublicFace } from '../../public-face.ts'
import { partnersOf } from '../page-words.ts'
import type { PublicPage } from '../read-page.ts'

/** Those they work with, as far as both sides show it. */
export function WorksWith({ page: { face, addresses } }: { page: PublicPage }) {
  const partners = partnersOf(face)
  if (partners.length === 0) return null
  return (
    <section aria-labelledby="with">
      <h2 id="with">We work with</h2>
      <ul className="face-partners" role="list">
        {partners.map(({ organisation, name }) => {
          const slug = addresses.get(organisation)
          return <li key={organisation}>{slug ? <a href={routes.publicPage(slug)}>{name}</a> : name}</li>
        })}
      </ul>
    </section>
  )
}

/** Contact as far as it is shown; where nothing is, the enquiry remains. */
export function Reach({ face, slug, open }: { face: PublicFace; slug: string; open: boolean }) {
  const facts = reachFacts(face)
  return (
    <div className="face-contact">
      <h2 id="reach-title">Get in touch</h2>
      {facts.length > 0 && <Facts facts={facts} />}
      {open && <p className="face-write"><LinkButton href={routes.enquiries(slug)}>Write to {face.organisation.name}</LinkButton><span className="fine">Three lines, no account needed.</span></p>}
    </div>
  )
}

export function reachFacts({ organisation: { contact, website, identifiers } }: PublicFace) {
  return [
    contact?.phone && { name: 'Phone', is: <a href={`tel:${contact.phone.replaceAll(/[^+0-9]/g, '')}`}>{contact.phone}</a> },
    contact?.email && { name: 'E-mail', is: <a href={`mailto:${contact.email}`}>{contact.email}</a> },
    website && { name: 'Website', is: <a href={website} rel="noopener nofollow">{website.replace(/^https?:\/\//, '').replace(/\/$/, '')}</a> },
    ...identifiers.map(({ scheme, value }) => {
      const known = schemeOf(scheme)
      const page = known?.page?.(value)
      return { name: known?.name ?? scheme, is: page ? <a href={page} rel="noopener nofollow">{value}</a> : value }
    }),
  ].filter((fact) => !!fact)
}
