import { Day, Facts, Section, Table } from '../../../ui/index.ts'
import type { Found } from '../brought.ts'

/** What a look found: how much, the first rows, and what stays out. */
export function InIt({ found }: { found: Found }) {
  const out = leftOutInWords(found)
  return (
    <>
      <Section title="What would come in">
        <Facts facts={[
          { name: 'Members', is: n(found.membersToBe) }, { name: 'Finished projects, as jobs', is: n(found.comeIn) }, { name: 'Times somebody took part', is: n(found.participations) }, { name: 'Fields, as the vocabulary', is: n(found.fields) },
        ]} />
        {found.nameless > 0 && <p>{`${n(found.nameless)} of the organisations have no name in it and are called by their number.`}</p>}
      </Section>
      <Section title="What stays out">
        {out.length === 0 ? <p>Nothing.</p> : <ul>{out.map((line) => <li key={line}>{line}</li>)}</ul>}
        <p className="fine">Rows that cannot be taken for another reason are named when it is in.</p>
      </Section>
      <Section title="The first of it">
        <Table caption="Projects" rows={found.firstProjects} rowKey={(row) => row.id} columns={[
          { label: 'Project', head: true, cell: (row) => row.title || `Number ${row.id}` }, { label: 'Finished', cell: (row) => <Day on={row.endsOn} /> }, { label: 'Took part', figures: true, cell: (row) => n(row.tookPart) },
        ]} />
        <Table caption="Organisations" rows={found.firstOrganisations} rowKey={(row) => row.id} columns={[
          { label: 'Name', head: true, cell: (row) => row.name || `Organisation ${row.id}` }, { label: 'Place', cell: (row) => row.place || 'Not said' }, { label: 'Projects', figures: true, cell: (row) => n(row.projects) },
        ]} />
      </Section>
    </>
  )
}

const n = (count: number) => count.toLocaleString('en-GB')

function leftOutInWords({ leftOut }: Found): readonly string[] {
  const line = (count: number, one: string, many: string) => (count === 0 ? [] : [count === 1 ? `1 ${one}` : `${n(count)} ${many}`])
  return [
    ...line(leftOut.notAskedFor, 'finished project that comes after those you asked for', 'finished projects that come after those you asked for'),
    ...line(leftOut.unfinished, 'project without an end, or with one to come', 'projects without an end, or with one to come'),
    ...line(leftOut.withoutAnyone, 'project that names nobody who took part', 'projects that name nobody who took part'),
    ...line(leftOut.organisationsInNone, 'organisation that took part in none of these projects', 'organisations that took part in none of these projects'),
    ...line(leftOut.unknownOrganisations, 'time that a project names an organisation the register does not list', 'times that a project names an organisation the register does not list'),
  ]
}
