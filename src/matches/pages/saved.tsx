import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { isId } from '../../kit/ids.ts'
import { LEVEL_OF_PROOF } from '../../answers/index.ts'
import { KIND_WORDS } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Chips, Empty, Heading, LinkButton, Table } from '../../ui/index.ts'
import { TooManyToCompare } from '../errors.ts'
import { findFitsOf, type Suggestion } from '../fits/find-fits.ts'
import { headlineOf } from '../shown/headline.ts'
import { LENSES, LENS_WORDS } from '../want.ts'
import { CompareForm } from './find-page.tsx'
import { questionOf, readLookedFor } from './looked-for.ts'
import { MatchCard } from './match-card.tsx'
import { networkIn } from './param.ts'
import { readDesk } from './read-desk.ts'

/** Those one saved, and up to three side by side. */
export function savedPages(pages: Pages): void {
  pages.get(routes.savedMatches(':slug'), async (c) => show(c, await saved(c)))
  pages.get(routes.compareMatches(':slug'), async (c) => show(c, await compare(c)))
}

const MOST = 20

async function saved(c: WebContext): Promise<Shown> {
  const network = await networkIn(c)
  const looked = readLookedFor((name) => c.req.query(name))
  const desk = await c.var.ctx.read((tx) => readDesk(tx, network))
  const all = [...desk.saved].flatMap((id) => (isId<'organisation'>(id) ? [id] : []))
  const { suggestions } = all.length > 0 ? await findFitsOf(c.var.ctx, network.id, questionOf(looked), all.slice(0, MOST)) : { suggestions: [] }
  const path = routes.savedMatches(network.slug)
  return {
    title: 'Saved', width: 'work',
    body: (
      <>
        <Heading above={<a href={routes.findPartners}>Find partners</a>} intro={`Members of ${network.name} you want to come back to. Only you and your colleagues see this.`}>Saved</Heading>
        {suggestions.length > 0 && <Chips label="Why you look" chips={LENSES.map((lens) => ({ label: LENS_WORDS[lens].label, href: `${path}?lens=${lens}`, on: lens === looked.lens }))} />}
        {suggestions.length === 0 ? <Empty title="Nobody saved yet" action={<LinkButton href={routes.findPartners}>Find partners</LinkButton>}>Press Save on a card, and it waits for you here.</Empty> : (
          <>
            <ul className="match-list" role="list">{suggestions.map((suggestion) => <li key={suggestion.organisation}><MatchCard suggestion={suggestion} network={network} mayChoose={desk.mayChoose} saved partnership={desk.partnerships.get(suggestion.organisation)} back={path} /></li>)}</ul>
            {suggestions.length > 1 && <CompareForm looked={looked} slug={network.slug} />}
          </>
        )}
      </>
    ),
  }
}

async function compare(c: WebContext): Promise<Shown> {
  const network = await networkIn(c)
  const looked = readLookedFor((name) => c.req.query(name))
  const chosen = [...new Set(c.req.queries('with') ?? [])].flatMap((id) => (isId<'organisation'>(id) ? [id] : []))
  if (chosen.length > 3) throw new TooManyToCompare()
  const { suggestions } = await findFitsOf(c.var.ctx, network.id, questionOf(looked), chosen)
  return {
    title: 'Side by side', width: 'work',
    body: (
      <>
        <Heading above={<a href={routes.findPartners}>Find partners</a>} intro={`${LENS_WORDS[looked.lens].label}${looked.want ? `: ${looked.want}` : ''}`}>Side by side</Heading>
        {suggestions.length < 2 ? <Empty title="Choose two or three" action={<LinkButton href={routes.findPartners}>Find partners</LinkButton>}>Tick Compare on their cards, then press Compare those ticked.</Empty> : (
          <>
            <Table caption="Side by side" captionHidden rows={LINES} rowKey={(line) => line.name} columns={[
              { label: 'What', head: true, cell: (line) => line.name },
              ...suggestions.map((one) => ({ label: one.member.name, cell: (line: Line) => line.of(one) })),
            ]} />
            <Actions>{suggestions.map((one) => <LinkButton key={one.organisation} href={routes.organisation(one.organisation)}>{`Open ${one.member.name}`}</LinkButton>)}</Actions>
          </>
        )}
      </>
    ),
  }
}

type Line = { readonly name: string; readonly of: (one: Suggestion) => React.ReactNode }

const LINES: readonly Line[] = [
  { name: 'Fit', of: ({ word }) => word },
  { name: 'In their words', of: ({ member }) => { const line = headlineOf(member); return line ? `“${line}”` : 'Not said yet' } },
  { name: 'Why', of: ({ why }) => (why.reasons.length === 0 ? 'Nothing they show answers it' : <ul>{why.reasons.map(({ says }) => <li key={says}>{says}</li>)}</ul>) },
  { name: 'Care', of: ({ why }) => why.care ?? 'Nothing in particular' },
  { name: 'Can do', of: ({ member }) => (member.claims.length === 0 ? 'Nothing claimed' : <ul>{member.claims.slice(0, 8).map((claim) => <li key={claim.id}>{`${claim.title}: ${LEVEL_OF_PROOF[claim.level].toLowerCase()}`}</li>)}</ul>) },
  { name: 'When they have time', of: ({ member }) => member.claims.flatMap(({ capacity }) => capacity?.says ?? [])[0] ?? 'Not said' },
  { name: 'Size', of: ({ member }) => [KIND_WORDS[member.kind], member.peopleCount && (member.peopleCount === 1 ? '1 person' : `${member.peopleCount} people`)].filter(Boolean).join(', ') },
  { name: 'Place', of: ({ member }) => [member.town, member.district].filter(Boolean).join(' ') || 'Not shown' },
  { name: 'Who could introduce you', of: ({ paths }) => paths.flatMap(({ introducer }) => introducer?.name ?? []).join(', ') || (paths.length > 0 ? 'You know each other' : 'Nobody we know of') },
]
