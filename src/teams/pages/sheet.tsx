import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Form, Heading, LinkButton, Section, State, Table, Ticks } from '../../ui/index.ts'
import { standIn } from '../stand-in.ts'
import { readSheet, SECTION_WORDS, SHEET_SECTIONS, type SheetSection } from '../sheet.ts'
import { idFrom } from './param.ts'
import { LOOKS, TeamTabs } from './parts-of-page.tsx'

/** The team sheet: to read, to print, and as a file to send with the bid. */
export function sheetPages(pages: Pages): void {
  pages.get(routes.teamSheetPdf(':id'), async (c) => {
    const sheet = await readSheet(c.var.ctx, idFrom(c), sectionsIn(c))
    const { teamSheetPdf } = await import('../sheet-pdf.tsx') // half a second to read: only for those who ask for it
    const name = `${sheet.team.title.replaceAll(/[^A-Za-z0-9 ]/g, '').trim().replaceAll(/ +/g, '-').toLowerCase() || 'team'}-team-sheet.pdf`
    return c.body(await teamSheetPdf(sheet, c.var.ctx.now, c.var.ctx.url(routes.home)), 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"`, 'X-Content-Type-Options': 'nosniff' })
  })
  pages.get(routes.teamSheet(':id'), async (c) => show(c, await sheetPage(c)))
}

/** All of them, until somebody has chosen. */
function sectionsIn(c: WebContext): readonly SheetSection[] {
  const chosen = c.req.queries('with') ?? []
  return c.req.query('chosen') === undefined ? SHEET_SECTIONS : SHEET_SECTIONS.filter((section) => chosen.includes(section))
}

async function sheetPage(c: WebContext): Promise<Shown> {
  const sections = sectionsIn(c)
  const sheet = await readSheet(c.var.ctx, idFrom(c), sections)
  const { leads } = await c.var.ctx.read(async (tx) => (await standIn(tx, idFrom(c))).standing)
  const { team } = sheet
  const query = `?chosen=yes${sections.map((section) => `&with=${section}`).join('')}`
  return {
    title: `${team.title}: team sheet`, width: 'work',
    body: (
      <>
        <Heading above={<a href={routes.team(team.id)}>{team.title}</a>} intro={[sheet.forWhom && `For ${sheet.forWhom}.`, `Led by ${sheet.lead}.`, team.says].filter(Boolean).join(' ')} actions={<LinkButton href={`${routes.teamSheetPdf(team.id)}${query}`} variant="main" download>Get the PDF</LinkButton>}>{`${team.title}: the team`}</Heading>
        <TeamTabs team={team} current="sheet" leads={leads} />
        <p className="intro">{sheet.says}</p>
        <Table caption="Who does what" captionHidden rows={sheet.lines} rowKey={(line) => line.part} columns={[
          { label: 'What', head: true, cell: (line) => <>{line.part}{sections.includes('dates') && line.size && <span className="fine"> {line.size}</span>}</> },
          { label: 'Who', cell: (line) => line.holder },
          { label: 'Cover', cell: (line) => (line.level ? <State {...LOOKS[line.level]}>{line.word}</State> : <State shape="square" tone="gap">Gap</State>) },
          ...(sections.includes('proof') ? [{ label: 'Proof', cell: (line: (typeof sheet.lines)[number]) => <>{line.proof.length === 0 ? (line.level ? 'Their word' : '') : <ul>{line.proof.map((one) => <li key={one}>{one}</li>)}</ul>}{line.confirmed && <span className="fine"> {`Confirmed on ${line.confirmed}`}</span>}</> }] : []),
        ]} />
        {sections.includes('members') && <Section title="The organisations" count={sheet.members.length}><ul>{sheet.members.map((member) => <li key={member.name}><strong>{member.name}</strong>{member.lead ? ' (lead)' : ''}{member.does.length > 0 ? `: ${member.does.join('; ')}` : ''}</li>)}</ul></Section>}
        <div className="off-paper"><Section title="What the sheet shows" intro="Seats that were taken. Parts kept to their holder are never on it.">
          <Form to={routes.teamSheet(team.id)} method="get" layout="line" label="Sections">
            <input type="hidden" name="chosen" value="yes" />
            <Ticks name="with" label="Sections" layout="line" value={sections} options={SHEET_SECTIONS.map((value) => ({ value, label: SECTION_WORDS[value] }))} optional />
            <Actions><Button variant="quiet">Show these</Button></Actions>
          </Form>
        </Section></div>
      </>
    ),
  }
}
