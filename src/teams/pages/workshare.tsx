import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { asHouse } from '../../kit/ctx.ts'
import { routes } from '../../routes.ts'
import { Empty, Heading, State, Table } from '../../ui/index.ts'
import { listSeats } from '../seat-store.ts'
import { listShares, readKeptRecord } from '../share-store.ts'
import { namesIn, standIn } from '../stand-in.ts'
import { listParts } from '../team-store.ts'
import { keptOf, recordInWords, standingInWords, standingOf } from '../workshare.ts'
import { idFrom } from './param.ts'
import { TeamTabs } from './parts-of-page.tsx'

/** Promised and delivered, each side's own figure. The lead sees every line, a member its own. */
export function worksharePages(pages: Pages): void {
  pages.get(routes.workshare(':id'), async (c) => show(c, await worksharePage(c)))
}

async function worksharePage(c: WebContext): Promise<Shown> {
  const { ctx } = c.var
  const read = await ctx.read(async (tx) => {
    const { team, standing } = await standIn(tx, idFrom(c))
    return { team, leads: standing.leads, shares: await listShares(tx, team), seats: await listSeats(tx, team), parts: await listParts(tx, team) }
  })
  const { team, leads } = read
  const names = await namesIn(ctx, [team.lead, ...read.seats.map((seat) => seat.organisation)])
  const record = await asHouse(ctx).read((house) => readKeptRecord(house, team.lead))
  const lines = read.shares.flatMap((share) => {
    const seat = read.seats.find((one) => one.id === share.seat)
    return seat ? [{ share, seat, part: read.parts.find((part) => part.id === share.part)?.says ?? 'A part taken away', holder: names.get(seat.organisation ?? '') ?? 'Whoever was asked' }] : []
  })
  const lead = names.get(team.lead) ?? 'The lead'
  const open = team.state.is === 'open' ? 'It is settled with each seat: what is promised at the bid, and what was delivered in the end.' : 'Say on each seat what was delivered; what both say alike is confirmed.'
  return {
    title: `${team.title}: workshare`, width: 'work',
    body: (
      <>
        <Heading above={<a href={routes.teams}>Teams</a>} intro={leads ? 'Seen by you; each line also by the organisation it is about.' : 'Your own lines. The lead sees every line.'}>{`${team.title}: workshare`}</Heading>
        <TeamTabs team={team} current="workshare" leads={leads} />
        <p>{leads ? `What those you invite next will read: “${recordInWords(record)}”` : recordInWords(record)}</p>
        {lines.length === 0 ? <Empty title="Nothing promised yet" example="Titanium machining · Moorside · 30 % promised · 32 % delivered, confirmed by both">{open}</Empty> : (
          <Table caption="Promised and delivered" captionHidden rows={lines} rowKey={({ share }) => `${share.seat} ${share.part}`} columns={[
            { label: 'Part', head: true, cell: ({ part, seat }) => <a href={routes.seat(team.id, seat.id)}>{part}</a> }, { label: 'Organisation', cell: ({ holder }) => holder },
            { label: 'Promised', cell: ({ share, holder }) => standingInWords(share.promised, share.unit, lead, holder) }, { label: 'Delivered', cell: ({ share, holder }) => standingInWords(share.delivered, share.unit, lead, holder) },
            { label: 'Stands', cell: ({ share }) => <Standing share={share} /> },
          ]} />
        )}
      </>
    ),
  }
}

function Standing({ share }: { share: Parameters<typeof keptOf>[0] }) {
  const kept = keptOf(share)
  if (kept === 'kept') return <State tone="good">Kept</State>
  if (kept === 'less') return <State shape="half" tone="care">Less than promised</State>
  return [share.promised, share.delivered].some((said) => standingOf(said).is === 'differs') ? <State shape="care" tone="care">The two differ</State> : <State shape="ring">Not settled yet</State>
}
