/** Line drawings on a 24 grid. They always stand beside a word, so they are hidden from screen readers. */
const DRAWINGS = {
  home: 'M4 11.5 12 4.5l8 7M6 10v9.5h12V10M10 19.5v-4a2 2 0 0 1 4 0v4',
  find: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3 20 20',
  refer: 'M4 12h15M13 6l6 6-6 6',
  together: 'M9 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM15 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10Z',
  page: 'M6 4h8l4 4v12H6ZM14 4v4h4M9 12.5h6M9 16h4',
  network: 'M12 4.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM6 15.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM18 15.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM11 8.3 7 15.7M13 8.3l4 7.4M8 17.5h8',
  help: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM9.7 9.6c.2-1.3 1.2-2 2.4-2 1.3 0 2.4.8 2.4 2.1 0 1.8-2.4 2-2.4 3.8M12.1 16.5v.1',
  person: 'M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM4.5 20c.8-3.7 3.8-5.5 7.5-5.5s6.7 1.8 7.5 5.5',
  down: 'm6.5 9.5 5.5 5.5 5.5-5.5',
  right: 'm9.5 6.5 5.5 5.5-5.5 5.5',
  left: 'm14.5 6.5-5.5 5.5 5.5 5.5',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  tick: 'm5 12.5 4.5 4.5L19 7.5',
  lock: 'M6.5 11h11v8.5h-11ZM9 11V8a3 3 0 0 1 6 0v3',
  eye: 'M3 12c2.4-4 5.4-6 9-6s6.6 2 9 6c-2.4 4-5.4 6-9 6s-6.6-2-9-6ZM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  copy: 'M9 9h10.5v10.5H9ZM5 15H4.5V4.5H15V5',
  add: 'M12 5.5v13M5.5 12h13',
  undo: 'M8.5 5 4.5 9l4 4M5 9h9a5 5 0 0 1 0 10h-3',
  mail: 'M4 6h16v12H4ZM4 7l8 6.5L20 7',
} as const

export type IconName = keyof typeof DRAWINGS

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[name]} />
    </svg>
  )
}
