import { routes } from '../../routes.ts'
import { State, Table, Tabs, type Column, type StateShape, type StateTone } from '../../ui/index.ts'
import { LEVEL_WORD, MOST_COLUMNS, type Covering, type GridRow, type Level } from '../grid.ts'
import { NEED_WORDS, type Team } from '../team.ts'

export const LOOKS: Readonly<Record<Level, { readonly shape: StateShape; readonly tone: StateTone }>> = {
  proven: { shape: 'full', tone: 'good' }, 'old proof': { shape: 'half', tone: 'care' }, claimed: { shape: 'ring', tone: 'note' },
}

export function LevelState({ level }: { level?: Level }) {
  return level ? <State {...LOOKS[level]}>{LEVEL_WORD[level]}</State> : <State shape="square" tone="gap">Gap</State>
}

export function TeamTabs({ team, current, leads }: { team: Pick<Team, 'id'>; current: 'team' | 'room' | 'workshare' | 'sheet' | 'compare'; leads: boolean }) {
  const tabs = [
    { label: 'Team', href: routes.team(team.id), key: 'team' }, ...(leads ? [{ label: 'Compare', href: routes.teamCompare(team.id), key: 'compare' }] : []),
    { label: 'Room', href: routes.teamRoom(team.id), key: 'room' }, { label: 'Workshare', href: routes.workshare(team.id), key: 'workshare' }, { label: 'Team sheet', href: routes.teamSheet(team.id), key: 'sheet' },
  ]
  return <Tabs label="This team" tabs={tabs.map(({ label, href, key }) => ({ label, href, current: key === current }))} />
}

type GridProps = {
  readonly caption: string
  readonly rows: readonly GridRow[]
  readonly members: readonly string[]
  readonly name: (organisation: string) => string
  readonly team: Pick<Team, 'id'>
  readonly look?: (row: GridRow) => React.ReactNode
}

/** The grid: parts by members. Beyond seven members, and on a phone, each part lists who covers it instead. */
export function Grid({ caption, rows, members, name, team, look }: GridProps) {
  const need: Column<GridRow> = { label: 'Part', head: true, cell: (row) => <><a href={routes.teamPart(team.id, row.part.id)}>{row.part.says}</a>{' '}<span className="fine">{NEED_WORDS[row.part.need]}{row.part.needToKnow && ', kept to its holder and the lead'}</span></> }
  const cover: Column<GridRow> = { label: 'Cover', cell: (row) => (row.level ? <State {...LOOKS[row.level]}>{row.says}</State> : <State shape="square" tone="gap">{row.says}</State>) }
  const wide = members.length > MOST_COLUMNS
  const labels = distinct(members.map(name))
  const columnsOfMembers: Column<GridRow>[] = wide
    ? [{ label: 'By', cell: (row) => <List row={row} name={name} team={team} /> }]
    : members.map((member, at) => ({ label: labels[at] ?? name(member), cell: (row) => <CellOf team={team} part={row.part.id} organisation={member} covering={row.cells.find((cell) => cell.organisation === member)?.covering} /> }))
  return <Table caption={caption} captionHidden columns={[need, ...columnsOfMembers, cover, ...(look ? [{ label: 'Take a look', cell: look }] : [])]} rows={rows} rowKey={(row) => row.part.id} />
}

function CellOf({ team, part, organisation, covering }: { team: Pick<Team, 'id'>; part: string; organisation: string; covering?: Covering }) {
  if (!covering) return <State shape="dash">Not theirs</State>
  return <a href={routes.teamPartProof(team.id, part, organisation)}><State {...LOOKS[covering.level]}>{LEVEL_WORD[covering.level]}</State></a>
}

function List({ row, name, team }: { row: GridRow; name: (organisation: string) => string; team: Pick<Team, 'id'> }) {
  const covering = row.cells.filter((cell) => cell.covering)
  if (covering.length === 0) return <span>No one yet</span>
  return <ul>{covering.map((cell) => <li key={cell.organisation}>{name(cell.organisation)}: <CellOf team={team} part={row.part.id} organisation={cell.organisation} covering={cell.covering} /></li>)}</ul>
}

/** Two organisations of one name are told apart by a number. */
function distinct(names: readonly string[]): readonly string[] {
  return names.map((one, at) => { const before = names.slice(0, at).filter((other) => other === one).length; return before === 0 ? one : `${one} (${before + 1})` })
}
