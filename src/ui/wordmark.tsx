/** The sign of the house: one roof over two doors, because two trades come in under it. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path fill="currentColor" fillRule="evenodd" d="M16 1.5 29.5 11.5V30h-4v-7.5a4 4 0 0 0-8 0V30h-3v-7.5a4 4 0 0 0-8 0V30h-4V11.5Z" />
    </svg>
  )
}

/** The sign and the name. The name is real text, so it grows, prints and is read aloud. */
export function Wordmark({ href, name = 'Guildhall' }: { href?: string; name?: string }) {
  const inside = <><Mark /><span className="wordmark-name">{name}</span></>
  return href ? <a className="wordmark" href={href}>{inside}</a> : <span className="wordmark">{inside}</span>
}

/** A street of gables along the foot of the page, as wide as it needs to be. Decoration only. */
export function Roofline() {
  return (
    <svg className="roofline" width="100%" height="64" aria-hidden="true" focusable="false">
      <pattern id="roofline" width="960" height="64" patternUnits="userSpaceOnUse">
        <path fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" d={STREET} />
      </pattern>
      <rect width="100%" height="64" fill="url(#roofline)" />
    </svg>
  )
}

const STREET =
  'M0 64V40l34-22 34 22v24M68 46h52v18M78 46V34h10v12M120 64V30l30-20 30 20v34M140 64V46a10 10 0 0 1 20 0v18M180 44l26-14 26 14v20M232 50h70v14M248 50l20-14 20 14' +
  'M302 64V34l44-28 44 28v30M326 64V44a9 9 0 0 1 18 0v20M348 64V44a9 9 0 0 1 18 0v20M390 42h48v22M402 42V30h9v12M438 64V38l28-18 28 18v26M494 52h62v12M510 52V40h30v12M556 64V30l36-24 36 24v34M582 64V46a10 10 0 0 1 20 0v18' +
  'M628 46l30-18 30 18v18M688 42h44v22M700 42V28h10v14M732 64V32l40-26 40 26v32M754 64V46a8 8 0 0 1 16 0v18M776 64V46a8 8 0 0 1 16 0v18M812 50h58v14M826 50l15-10 15 10M870 64V36l45-26 45 26v28'
