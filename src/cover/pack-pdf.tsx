import { Document, Font, Page, StyleSheet, Text, View, renderToBuffer } from '@react-pdf/renderer'
import { sheetFonts } from '../answers/index.ts'
import { dayInWords } from '../ui/index.ts'
import { packFoot, packParts, staysTheirs, type PackShown } from './read-pack.ts'

const { bold, boldWide, regular, regularWide } = await sheetFonts()
Font.register({ family: 'Atkinson', fonts: [{ src: regular, fontWeight: 400 }, { src: bold, fontWeight: 700 }] })
Font.register({ family: 'Atkinson Wide', fonts: [{ src: regularWide, fontWeight: 400 }, { src: boldWide, fontWeight: 700 }] })
Font.registerHyphenationCallback((word) => [word])

/** One at a time, so that pages are answered in between. */
let last: Promise<unknown> = Promise.resolve()

/** The hand-over pack as a PDF: A4, real text, with its language and title, as many sides as it takes. */
export function packPdf(shown: PackShown): Promise<Uint8Array<ArrayBuffer>> {
  const mine = last.then(async () => Uint8Array.from(await renderToBuffer(<PackSheet {...shown} />)))
  last = mine.catch(() => undefined)
  return mine
}

const INK = '#1D2426', QUIET = '#525B5E', GREEN = '#0B5D57', HAIR = '#BDB8AC'
const style = StyleSheet.create({
  page: { padding: '16mm 17mm 18mm', fontFamily: ['Atkinson', 'Atkinson Wide', 'Helvetica'], fontSize: 10.5, color: INK, lineHeight: 1.45 },
  head: { borderBottomWidth: 2, borderBottomColor: GREEN, paddingBottom: 6, marginBottom: 10 },
  title: { fontSize: 20, fontWeight: 700, lineHeight: 1.2 }, part: { fontSize: 12.5, fontWeight: 700, color: GREEN, marginTop: 9, marginBottom: 2 },
  quiet: { color: QUIET }, stays: { marginTop: 12, padding: 7, borderWidth: 0.7, borderColor: GREEN, borderRadius: 3 },
  foot: { marginTop: 14, borderTopWidth: 0.7, borderTopColor: HAIR, paddingTop: 5, fontSize: 8.5, color: QUIET },
})

function PackSheet({ owner, to, when, pack }: PackShown) {
  return (
    <Document title={`Hand-over pack, ${owner} to ${to}`} author={owner} subject="Hand-over pack" creator="Guildhall" producer="Guildhall" language="en-GB">
      <Page size="A4" style={style.page}>
        <View style={style.head}><Text style={style.title}>Hand-over pack</Text><Text style={style.quiet}>{[to ? `${owner} to ${to}` : owner, when].join(' · ')}</Text></View>
        {packParts(pack).map(([title, words]) => (
          <View key={title}>
            <Text style={style.part} minPresenceAhead={30}>{title}</Text>
            {words.split('\n').map((line, at) => <Text key={`${at}${line}`} orphans={2} widows={2}>{line || ' '}</Text>)}
          </View>
        ))}
        <View style={style.stays} wrap={false}><Text>{staysTheirs(owner, 'associate')}</Text></View>
        <View style={style.foot} wrap={false}><Text>{`Written on ${dayInWords(pack.writtenAt)}. ${packFoot}`}</Text></View>
      </Page>
    </Document>
  )
}
