import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { routes } from '../../routes.ts'
import { Actions, Empty, Heading, LinkButton, Row, Rows, Section, SeenBy, Table } from '../../ui/index.ts'
import { readFigures, type Month } from '../figures.ts'

/** Give and take, the monthly picture, and who led to whom: for the owner alone, never a league table. */
export function figurePages(pages: Pages): void {
  pages.get(routes.referralFigures, async (c) => show(c, await figures(c)))
}

async function figures(c: WebContext): Promise<Shown> {
  const { months, partners, chains } = await readFigures(c.var.ctx)
  return {
    title: 'Give and take', width: 'work',
    body: (
      <>
        <Heading intro="What you passed on and received, month by month and partner by partner. Nobody else sees this.">Give and take</Heading>
        {months.length === 0 && <Empty title="Nothing yet" action={<LinkButton href={routes.newReferral} variant="main">Pass someone on</LinkButton>}>Once people have been passed on, here is what came of it.</Empty>}
        {months.length > 0 && (
          <Section title="Month by month">
            <Table caption="The last twelve months" captionHidden rows={months} rowKey={(row) => row.month} columns={[
              { label: 'Month', head: true, cell: (row) => monthInWords(row.month) },
              { label: 'Passed on', figures: true, cell: (row) => row.passed },
              { label: 'Received', figures: true, cell: (row) => row.received },
              { label: 'Became work', figures: true, cell: (row) => row.won },
              { label: 'Outcome known', cell: known },
              { label: 'Thank-yous', figures: true, cell: (row) => row.thanked },
            ]} />
          </Section>
        )}
        {partners.length > 0 && (
          <Section title="Partner by partner">
            <Rows label="Give and take">
              {partners.map((one) => (
                <Row key={one.partner} title={one.name} detail={one.howMet}>
                  <p>{`You passed ${one.passed} (${one.passedWon} became work). They passed ${one.received} (${one.receivedWon} became work).`}</p>
                </Row>
              ))}
            </Rows>
          </Section>
        )}
        {chains.length > 0 && (
          <Section title="Who led to whom" intro="Referrals that went further than the first receiver.">
            <Rows label="Chains">{chains.map((one) => <Row key={`${one.began} ${one.from} ${one.to}`} title={`${one.from} passed on to ${one.to}`} detail={`Begun by ${one.began}. ${one.count === 1 ? 'Once' : `${one.count} times`}, ${one.won} became work.`} />)}</Rows>
          </Section>
        )}
        <Actions><LinkButton href={routes.referrals}>Back to referrals</LinkButton></Actions>
        <SeenBy>Only the owners of your organisation</SeenBy>
      </>
    ),
  }
}

function known({ known: said, settled }: Month): string {
  return settled === 0 ? 'None accepted yet' : `${said} of ${settled}`
}

function monthInWords(month: string): string {
  return new Date(`${month}-15T12:00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'Europe/London' })
}
