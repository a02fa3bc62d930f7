import { show, type Pages, type Shown, type WebContext } from '../../../kit/web/env.ts'
import { Above, NetworkTabs, readPlace, writePlace } from '../../../networks/index.ts'
import { routes } from '../../../routes.ts'
import { Chips, Empty, Heading, LinkButton, Pager, Tabs } from '../../../ui/index.ts'
import { COUNTED, type Found } from '../directory-store.ts'
import { readDirectory, type Directory } from '../read-directory.ts'
import { queryOf, readWanted, wantsAnything, type Wanted } from '../wanted.ts'
import { filterChips, foundInWords } from './chips.ts'
import { FoundList } from './found-list.tsx'
import { PlaceMap } from './place-map.tsx'
import { SearchForm } from './search-form.tsx'

/** The directory of a network: the same search as a list and as a map, each with an address of its own. */
export function directoryPages(pages: Pages): void {
  pages.get(routes.directory(':slug'), async (c) => show(c, await directory(c)))
}

const SIZE = 50

async function directory(c: WebContext): Promise<Shown> {
  const slug = c.req.param('slug') ?? '', wanted = readWanted((name) => c.req.query(name)), asMap = c.req.query('view') === 'map'
  const after = readPlace(c.req.query('after')), before = after ? undefined : readPlace(c.req.query('before'))
  const read = await readDirectory(c.var.ctx, slug, wanted, { after: after?.place, before: before?.place, limit: SIZE, map: asMap })
  const { network } = read
  const from = after ? after.position + 1 : before ? Math.max(1, before.position - read.found.length) : 1
  const path = routes.directory(slug)
  return {
    title: `Directory of ${network.name}`, width: 'work',
    body: (
      <>
        <Heading above={<Above network={network} />} intro="Who can do what, with what stands behind it.">Directory</Heading>
        <NetworkTabs network={network} current="directory" />
        <SearchForm to={path} wanted={wanted} vocabulary={read.vocabulary} asMap={asMap} />
        {wantsAnything(wanted) && <Chips label="Filters" chips={filterChips(path, wanted, read.capability, asMap)} />}
        <p className="found-count" role="status">{foundInWords(read.count, COUNTED)}</p>
        <Tabs label="See them as" tabs={[{ label: 'List', href: path + queryOf(wanted), current: !asMap }, { label: 'Map', href: path + queryOf(wanted, { view: 'map' }), current: asMap }]} />
        {read.count === 0 ? <Nobody path={path} network={network.name} searched={wantsAnything(wanted)} /> : asMap ? <PlaceMap path={path} wanted={wanted} map={read.map} /> : (
          <>
            <FoundList directory={read} />
            <Turn path={path} wanted={wanted} read={read} from={from} more={{ previous: before ? read.more : !!after, next: before ? true : read.more }} />
          </>
        )}
      </>
    ),
  }
}

function Nobody({ path, network, searched }: { path: string; network: string; searched: boolean }) {
  if (!searched) return <Empty title="No members yet">The directory of {network} fills as members join and say what they can do.</Empty>
  return <Empty title="No one yet" action={<LinkButton href={path}>Show everyone</LinkButton>}>Take a filter away, or try a plainer word for it.</Empty>
}

type TurnProps = { path: string; wanted: Wanted; read: Directory; from: number; more: { previous: boolean; next: boolean } }

function Turn({ path, wanted, read: { found, count }, from, more }: TurnProps) {
  const first = found[0], last = found.at(-1)
  const to = from + found.length - 1
  const href = (which: 'after' | 'before', one: Found, position: number) => path + queryOf(wanted, { [which]: writePlace(one, position) })
  return <Pager things="members" from={from} to={to} total={count <= COUNTED ? count : undefined}
    previousHref={more.previous && first ? href('before', first, from) : undefined} nextHref={more.next && last ? href('after', last, to) : undefined} />
}
