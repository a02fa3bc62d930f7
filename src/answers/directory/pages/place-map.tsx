import { Table } from '../../../ui/index.ts'
import type { DistrictCount } from '../directory-store.ts'
import { drawMap, type Drawn } from '../draw-map.ts'
import { queryOf, type Wanted } from '../wanted.ts'

type Props = { path: string; wanted: Wanted; map: { districts: readonly DistrictCount[]; placeless: number } | undefined }

/** The same search by place: a drawing of districts, and under it the same in words. No tiles, no script, nothing fetched from outside. */
export function PlaceMap({ path, wanted, map }: Props) {
  if (!map) return null
  return <DistrictMap districts={map.districts} placeless={map.placeless} href={(district) => path + queryOf(wanted, { place: district })} chosen={wanted.place} />
}

/** Members by district, where each leads to the list of that district. */
export function DistrictMap({ districts, placeless, href, chosen }: { districts: readonly DistrictCount[]; placeless: number; href: (district: string) => string; chosen: string }) {
  const drawn = drawMap(districts)
  return (
    <>
      {drawn.spots.length > 0 && <Drawing drawn={drawn} href={href} chosen={chosen} />}
      {drawn.unplaced + placeless > 0 && <p className="quiet-text">{unplacedInWords(drawn.unplaced, placeless)}</p>}
      {districts.length > 0 && (
        <Table caption="By district" rows={districts} rowKey={(one) => one.district} columns={[
          { label: 'District', head: true, cell: (one) => <a href={href(one.district)}>{one.district}</a> },
          { label: 'Place', cell: (one) => one.name ?? (one.latitude === undefined ? 'Not on this map' : '') },
          { label: 'Members', cell: (one) => one.members.toLocaleString('en-GB'), figures: true },
        ]} />
      )}
    </>
  )
}

function Drawing({ drawn, href, chosen }: { drawn: Drawn; href: (district: string) => string; chosen: string }) {
  return (
    <svg className={drawn.coastal ? 'place-map place-map-coastal' : 'place-map'} viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="group" aria-label="Members by postcode district">
      {drawn.land.map((path) => <path key={path} className="land" d={path} aria-hidden="true" />)}
      {drawn.spots.map(({ district, name, members, x, y, radius }) => (
        <a key={district} href={href(district)}>
          <circle className={district === chosen ? 'spot spot-chosen' : 'spot'} cx={x} cy={y} r={radius} />
          <text className="spot-words" x={x} y={y + radius + 16}>{name ?? district}</text>
          <text x={x} y={y + 5}>{members}</text>
        </a>
      ))}
    </svg>
  )
}

export function unplacedInWords(unplaced: number, placeless: number): string {
  const all = unplaced + placeless
  return all === 1 ? 'One has no place on this map.' : `${all.toLocaleString('en-GB')} have no place on this map.`
}
