import { schemeOf, type Kind } from '../../organisations/index.ts'
import type { PublicFace } from '../public-face.ts'
import { descriptionOf, quotesOf } from './page-words.ts'

const TYPES: Readonly<Record<Kind, string>> = {
  'sole-trader': 'LocalBusiness', company: 'LocalBusiness', partnership: 'LocalBusiness', 'community-interest-company': 'LocalBusiness', 'co-operative': 'LocalBusiness',
  charity: 'NGO', 'public-body': 'GovernmentOrganization', other: 'Organization',
}

/** What search engines read (schema.org), made of what this very reader is shown and nothing else. */
export function jsonLdOf(face: PublicFace, url: string): Readonly<Record<string, unknown>> {
  const { name, kind, line, website, peopleCount, contact, place, identifiers } = face.organisation
  return dropEmpty({
    '@context': 'https://schema.org', '@type': TYPES[kind], '@id': url, url, name, description: descriptionOf(face), slogan: line,
    sameAs: website, telephone: contact?.phone, email: contact?.email,
    address: place && dropEmpty({ '@type': 'PostalAddress', addressLocality: place.town, postalCode: place.district, addressCountry: 'GB' }),
    numberOfEmployees: peopleCount && { '@type': 'QuantitativeValue', value: peopleCount },
    identifier: listOrNone(identifiers.map(({ scheme, value }) => ({ '@type': 'PropertyValue', propertyID: scheme, name: schemeOf(scheme)?.name ?? scheme, value }))),
    knowsAbout: listOrNone(face.claims.map((claim) => claim.title)),
    review: listOrNone(quotesOf(face).map(({ words, by }) => ({ '@type': 'Review', reviewBody: words, author: { '@type': 'Organization', name: by } }))),
  })
}

/** As text inside a script element: no letter in it can end the element or begin a comment. */
export function asScriptText(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

function dropEmpty(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
}

const listOrNone = <T>(all: readonly T[]): readonly T[] | undefined => (all.length > 0 ? all : undefined)
