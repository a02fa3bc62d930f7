import { NEED_WORDS, type Brief } from './brief.ts'

type Feed = {
  readonly network: { readonly id: string; readonly name: string; readonly purpose: string; readonly openedAt: Date }
  readonly briefs: readonly Brief[]
  readonly self: string
  readonly page: string
  readonly addressOf: (brief: Brief) => string
}

/** The open briefs of a network as Atom 1.0, newest change first. Only what anyone may see: never what a job is worth. */
export function atomOf({ network, briefs, self, page, addressOf }: Feed): string {
  const newest = briefs.toSorted((one, other) => Number(other.changedAt) - Number(one.changedAt))
  const updated = newest[0]?.changedAt ?? network.openedAt
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<id>urn:uuid:${network.id}</id>`, `<title>${xml(`Open briefs in ${network.name}`)}</title>`, `<subtitle>${xml(network.purpose)}</subtitle>`, `<updated>${updated.toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`, `<link rel="alternate" type="text/html" href="${xml(page)}"/>`, '<generator>Guildhall</generator>',
    ...newest.flatMap((brief) => entryOf(brief, addressOf(brief))),
    '</feed>', '',
  ].join('\n')
}

function entryOf(brief: Brief, address: string): readonly string[] {
  const published = brief.state.is === 'draft' ? [] : [`<published>${brief.state.publishedAt.toISOString()}</published>`]
  const wants = new Set(brief.parts.flatMap((part) => part.wants ?? []))
  return [
    '<entry>', `<id>urn:uuid:${brief.id}</id>`, `<title>${xml(brief.title)}</title>`, `<link rel="alternate" type="text/html" href="${xml(address)}"/>`,
    ...published, `<updated>${brief.changedAt.toISOString()}</updated>`, `<author><name>${xml(brief.by)}</name></author>`,
    ...[...wants].map((one) => `<category term="${xml(one)}"/>`),
    `<content type="text">${xml(wordsOf(brief))}</content>`, '</entry>',
  ]
}

function wordsOf({ says, forWhom, district, answerBy, startsOn, endsOn, parts }: Brief): string {
  const facts = [forWhom && `For whom: ${forWhom}`, district && `Where: ${district}`, answerBy && `Answer by: ${answerBy}`, startsOn && `Starts on: ${startsOn}`, endsOn && `Ends on: ${endsOn}`].filter(Boolean)
  const lines = parts.map((part) => `${NEED_WORDS[part.need]}: ${[part.says, part.size].filter(Boolean).join(' · ')}`)
  return [says, facts.join('\n'), lines.join('\n')].filter(Boolean).join('\n\n')
}

/** Some characters stand in no XML at all, not even escaped; they are left out. */
export function xml(text: string): string {
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}
