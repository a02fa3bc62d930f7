import { Document, Font, Image, Page, StyleSheet, Text, View, renderToBuffer } from '@react-pdf/renderer'
import qrcode from 'qrcode'
import type { ReactNode } from 'react'
import { schemeOf } from '../../organisations/index.ts'
import { dayInWords } from '../../ui/index.ts'
import type { PublicFace } from '../public-face.ts'
import { bold, boldWide, regular, regularWide } from './fonts.ts'
import { claimsByWeight, headlineOf, kindAndArea, papersInForce, partnersOf, proofInWords, quotesOf } from './page-words.ts'
import { cut, DENSITIES, type Density } from './statement.ts'

Font.register({ family: 'Atkinson', fonts: [{ src: regular, fontWeight: 400 }, { src: bold, fontWeight: 700 }] })
Font.register({ family: 'Atkinson Wide', fonts: [{ src: regularWide, fontWeight: 400 }, { src: boldWide, fontWeight: 700 }] })
Font.registerHyphenationCallback((word) => [word]) // a hyphen inside a name would be read as part of it

export type Sheet = { readonly face: PublicFace; readonly url: string; readonly qr: boolean; readonly now: Date; readonly today: string }

/** The statement as a PDF: one side of A4, real text, with its language and title. Set tighter until it fits. */
export function statementPdf(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const mine = last.then(() => set(sheet))
  last = mine.catch(() => undefined)
  return mine
}

/** One sheet at a time, so that pages are answered in between. */
let last: Promise<unknown> = Promise.resolve()

async function set(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const code = sheet.qr ? await qrcode.toDataURL(sheet.url, { errorCorrectionLevel: 'M', margin: 2, width: 240 }) : undefined
  let made: Buffer | undefined
  for (const density of DENSITIES) {
    made = await renderToBuffer(<Statement sheet={sheet} density={density} code={code} />)
    if (pagesOf(made) === 1) break
  }
  return Uint8Array.from(made ?? [])
}

export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
}

const INK = '#1D2426', QUIET = '#525B5E', GREEN = '#0B5D57', HAIR = '#BDB8AC'
const FAMILY = ['Atkinson', 'Atkinson Wide', 'Helvetica']

const style = StyleSheet.create({
  page: { padding: '15mm 16mm 14mm', fontFamily: FAMILY, color: INK, lineHeight: 1.38 },
  head: { borderBottomWidth: 2, borderBottomColor: GREEN, paddingBottom: 7, marginBottom: 9 },
  columns: { flexDirection: 'row', gap: 20 },
  left: { flex: 1.55 }, right: { flex: 1 },
  part: { marginBottom: 9 },
  quiet: { color: QUIET },
  foot: { marginTop: 'auto', borderTopWidth: 0.7, borderTopColor: HAIR, paddingTop: 6, flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end', gap: 14 },
})

function Statement({ sheet: { face, url, now, today }, density, code }: { sheet: Sheet; density: Density; code: string | undefined }) {
  const { organisation } = face
  const em = density.size
  const answer = (question: number) => { const words = face.answers.find((one) => one.question === question)?.words; return words && cut(words, density.letters) }
  const { lead, rest } = headlineOf(answer(4))
  const { best, also } = claimsByWeight(face)
  const papers = papersInForce(face, today), quotes = quotesOf(face).slice(0, density.lines), partners = partnersOf(face)
  return (
    <Document title={`${organisation.name}: statement`} author={organisation.name} subject="One-page statement" creator="Guildhall" producer="Guildhall" language="en-GB">
      <Page size="A4" style={{ ...style.page, fontSize: em }}>
        <View style={style.head}>
          <Text style={{ fontSize: em * 2, fontWeight: 700, lineHeight: 1.2 }}>{organisation.name}</Text>
          <Text style={style.quiet}>{[organisation.line, kindAndArea(organisation)].filter(Boolean).join(' · ')}</Text>
        </View>
        {lead && <Text style={{ fontSize: em * 1.4, lineHeight: 1.3, marginBottom: 8 }}>{lead}</Text>}
        {rest && <Text style={{ marginBottom: 8 }}>{rest}</Text>}
        <View style={style.columns}>
          <View style={style.left}>
            <Part title="What we do best" em={em} has={!!answer(3) || best.length > 0}>
              {answer(3) && <Text style={{ marginBottom: 4 }}>{answer(3)}</Text>}
              {best.slice(0, density.claims).map((claim) => (
                <Text key={claim.id} style={{ marginBottom: 2.5 }}><Text style={{ fontWeight: 700 }}>{claim.title}</Text>{claim.says && ` (${claim.says})`}{'\n'}<Text style={{ color: claim.level === 'proven' ? GREEN : QUIET }}>{proofInWords(claim)}</Text></Text>
              ))}
              {also.length > 0 && <Text style={style.quiet}>Also: {also.slice(0, density.claims).map((claim) => claim.title).join(', ')}</Text>}
            </Part>
            <Part title="What we see needs doing" em={em} has={!!answer(1)}><Text>{answer(1)}</Text></Part>
            <Part title="We’d love to meet" em={em} has={!!answer(2)}><Text>{answer(2)}</Text></Part>
          </View>
          <View style={style.right}>
            <Part title="Proof" em={em} has={quotes.length + face.jobs.length + face.figures.length > 0}>
              {quotes.map(({ words, by }) => <View key={words + by} style={{ marginBottom: 5 }}><Text>“{cut(words, 220)}”</Text><Text style={style.quiet}>{by}</Text></View>)}
              {face.jobs.slice(0, density.lines).map((job) => <Text key={job.id} style={{ marginBottom: 2.5 }}><Text style={{ fontWeight: 700 }}>{job.what}</Text>{job.forWhom && `, for ${job.forWhom}`}<Text style={style.quiet}>, {dayInWords(job.finishedOn)}</Text></Text>)}
              {face.figures.slice(0, density.lines).map((figure) => <Text key={figure.id} style={{ marginBottom: 2.5 }}>{figure.says}<Text style={style.quiet}> ({figure.source}, {dayInWords(figure.on)})</Text></Text>)}
            </Part>
            <Part title="Certificates" em={em} has={papers.length > 0}>
              {papers.slice(0, 8).map((paper) => <Text key={paper.id} style={{ marginBottom: 2.5 }}><Text style={{ fontWeight: 700 }}>{paper.name}</Text>, {paper.issuedBy}{paper.number && `, ${paper.number}`}{paper.expiresOn && `, to ${dayInWords(paper.expiresOn)}`}</Text>)}
            </Part>
            <Part title="We work with" em={em} has={partners.length > 0}><Text>{partners.slice(0, 12).map(({ name }) => name).join(', ')}</Text></Part>
          </View>
        </View>
        <Foot face={face} url={url} now={now} code={code} />
      </Page>
    </Document>
  )
}

function Part({ title, em, has, children }: { title: string; em: number; has: boolean; children: ReactNode }) {
  if (!has) return null
  return <View style={style.part}><Text style={{ fontSize: em * 1.1, fontWeight: 700, color: GREEN, marginBottom: 2 }}>{title}</Text>{children}</View>
}

function Foot({ face: { organisation: { contact, website, identifiers } }, url, now, code }: { face: PublicFace; url: string; now: Date; code: string | undefined }) {
  const reach = [contact?.phone, contact?.email, website?.replace(/^https?:\/\//, '').replace(/\/$/, '')].filter(Boolean).join('  ·  ')
  const numbers = identifiers.map(({ scheme, value }) => `${schemeOf(scheme)?.name ?? scheme} ${value}`).join('  ·  ')
  return (
    <View style={style.foot}>
      <View style={{ flex: 1 }}>
        {reach && <Text style={{ fontWeight: 700 }}>{reach}</Text>}
        {numbers && <Text>{numbers}</Text>}
        <Text style={style.quiet}>{url} on {dayInWords(now)}</Text>
      </View>
      {code && <Image src={code} style={{ width: 58, height: 58 }} />}
    </View>
  )
}
