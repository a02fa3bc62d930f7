import { Document, Font, Page, StyleSheet, Text, View, renderToBuffer } from '@react-pdf/renderer'
import { sheetFonts } from '../answers/index.ts'
import { dayInWords } from '../ui/index.ts'
import type { SheetLine, TeamSheet } from './sheet.ts'

const { bold, boldWide, regular, regularWide } = await sheetFonts()
Font.register({ family: 'Atkinson', fonts: [{ src: regular, fontWeight: 400 }, { src: bold, fontWeight: 700 }] })
Font.register({ family: 'Atkinson Wide', fonts: [{ src: regularWide, fontWeight: 400 }, { src: boldWide, fontWeight: 700 }] })
Font.registerHyphenationCallback((word) => [word])

/** The team sheet as a PDF: one side of A4, real text, with its language and title. Set tighter until it fits. */
export function teamSheetPdf(sheet: TeamSheet, now: Date, url: string): Promise<Uint8Array<ArrayBuffer>> {
  const mine = last.then(() => set(sheet, now, url))
  last = mine.catch(() => undefined)
  return mine
}

/** One sheet at a time, so that pages are answered in between. */
let last: Promise<unknown> = Promise.resolve()

const SIZES = [{ em: 9.5, proofs: 3 }, { em: 8.5, proofs: 2 }, { em: 7.5, proofs: 1 }, { em: 6.5, proofs: 1 }, { em: 6, proofs: 0 }] as const

async function set(sheet: TeamSheet, now: Date, url: string): Promise<Uint8Array<ArrayBuffer>> {
  let made: Buffer | undefined
  for (const { em, proofs } of SIZES) {
    made = await renderToBuffer(<Sheet sheet={sheet} em={em} proofs={proofs} now={now} url={url} />)
    if ((made.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0) === 1) break
  }
  return Uint8Array.from(made ?? [])
}

const INK = '#1D2426', QUIET = '#525B5E', GREEN = '#0B5D57', HAIR = '#BDB8AC'
const FAMILY = ['Atkinson', 'Atkinson Wide', 'Helvetica']

const style = StyleSheet.create({
  page: { padding: '14mm 15mm 12mm', fontFamily: FAMILY, color: INK, lineHeight: 1.35 },
  head: { borderBottomWidth: 2, borderBottomColor: GREEN, paddingBottom: 6, marginBottom: 8 },
  line: { flexDirection: 'row', gap: 10, borderBottomWidth: 0.7, borderBottomColor: HAIR, paddingVertical: 4 },
  what: { flex: 1.5 }, who: { flex: 1 }, proof: { flex: 1.5 },
  quiet: { color: QUIET },
  foot: { marginTop: 'auto', borderTopWidth: 0.7, borderTopColor: HAIR, paddingTop: 5 },
})

function Sheet({ sheet, em, proofs, now, url }: { sheet: TeamSheet; em: number; proofs: number; now: Date; url: string }) {
  const { team, lines, members, sections } = sheet
  return (
    <Document title={`${team.title}: the team`} author={sheet.lead} subject="Team sheet" creator="Guildhall" producer="Guildhall" language="en-GB">
      <Page size="A4" style={{ ...style.page, fontSize: em }}>
        <View style={style.head}>
          <Text style={{ fontSize: em * 2, fontWeight: 700, lineHeight: 1.2 }}>{team.title}</Text>
          <Text style={style.quiet}>{[sheet.forWhom && `For ${sheet.forWhom}`, `led by ${sheet.lead}`].filter(Boolean).join(' · ')}</Text>
        </View>
        <Text style={{ marginBottom: 4 }}>{team.says}</Text>
        <Text style={{ fontSize: em * 1.25, fontWeight: 700, color: GREEN, marginBottom: 6 }}>{sheet.says}</Text>
        <View style={{ ...style.line, borderBottomColor: INK }}>
          <Text style={{ ...style.what, fontWeight: 700 }}>What</Text><Text style={{ ...style.who, fontWeight: 700 }}>Who</Text>{sections.includes('proof') && <Text style={{ ...style.proof, fontWeight: 700 }}>Proof</Text>}
        </View>
        {lines.map((line) => <Line key={line.part} line={line} proofs={proofs} withProof={sections.includes('proof')} withDates={sections.includes('dates')} />)}
        {sections.includes('members') && (
          <View style={{ marginTop: 8 }}>
            <Text style={{ fontWeight: 700, color: GREEN, fontSize: em * 1.1 }}>The organisations</Text>
            {members.map((member) => <Text key={member.name}><Text style={{ fontWeight: 700 }}>{member.name}</Text>{member.lead ? ' (lead)' : ''}{member.does.length > 0 ? `: ${member.does.join('; ')}` : ''}</Text>)}
          </View>
        )}
        <View style={style.foot}><Text style={style.quiet}>{url} on {dayInWords(now)}</Text></View>
      </Page>
    </Document>
  )
}

function Line({ line, proofs, withProof, withDates }: { line: SheetLine; proofs: number; withProof: boolean; withDates: boolean }) {
  return (
    <View style={style.line} wrap={false}>
      <View style={style.what}><Text style={{ fontWeight: 700 }}>{line.part}</Text>{withDates && line.size && <Text style={style.quiet}>{line.size}</Text>}</View>
      <View style={style.who}><Text>{line.holder}</Text></View>
      {withProof && <View style={style.proof}><Text style={{ color: line.level === 'proven' ? GREEN : QUIET, fontWeight: 700 }}>{line.word}{line.confirmed ? `, confirmed on ${line.confirmed}` : ''}</Text>{line.proof.slice(0, proofs).map((one) => <Text key={one} style={style.quiet}>{one}</Text>)}</View>}
    </View>
  )
}
