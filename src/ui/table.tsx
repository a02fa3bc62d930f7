import type { ReactNode } from 'react'

export type Column<T> = {
  label: string
  cell: (row: T) => ReactNode
  /** Names the row: the first column, as a rule. */
  head?: boolean
  /** Figures line up at the right. */
  figures?: boolean
  /** Where the heading leads to sort by this column, and how it is sorted now. */
  sortHref?: string
  sorted?: 'ascending' | 'descending'
  /** The label is read aloud but not shown: for a column of buttons. */
  labelHidden?: boolean
}

export type TableProps<T> = {
  /** What this table holds. Read aloud; shown unless `captionHidden`. */
  caption: string
  captionHidden?: boolean
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
}

/** Facts in rows and columns. On a phone each row becomes a card, and each cell says its column's name. */
export function Table<T>({ caption, captionHidden, columns, rows, rowKey }: TableProps<T>) {
  return (
    <div className="table-frame">
      <table role="table">
        <caption className={captionHidden ? 'unseen' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">{columns.map((column) => <Head key={column.label} {...column} />)}</tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={rowKey(row)}>
              {columns.map((column) => <Cell key={column.label} column={column} row={row} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head<T>({ label, figures, sortHref, sorted, labelHidden }: Column<T>) {
  const words = <span className={labelHidden ? 'unseen' : undefined}>{label}</span>
  return (
    <th role="columnheader" scope="col" className={figures ? 'figures' : undefined} aria-sort={sorted}>
      {sortHref ? <a href={sortHref}>{words}{sorted && <span aria-hidden="true">{sorted === 'ascending' ? ' ↑' : ' ↓'}</span>}</a> : words}
    </th>
  )
}

/** The roles are said aloud because a phone lays the table out as cards, and some browsers then forget it is one. */
function Cell<T>({ column, row }: { column: Column<T>; row: T }) {
  const { label, cell, head, figures, labelHidden } = column
  const shared = { className: figures ? 'figures' : undefined, 'data-label': labelHidden ? undefined : label }
  if (head) return <th role="rowheader" scope="row" {...shared}>{cell(row)}</th>
  return <td role="cell" {...shared}>{cell(row)}</td>
}
