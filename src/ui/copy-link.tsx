import qrcode from 'qrcode/lib/core/qrcode.js' // the pattern alone; what draws pictures of it is not read

export type CopyLinkProps = {
  /** The whole address, as it is pasted into a message. */
  link: string
  /** What the link is for: "Invitation for Asha". */
  label: string
  hint?: string
  /** False leaves out the picture, for a list of many links. */
  qr?: boolean
  id?: string
}

/** A link to pass on without e-mail: to copy, to read out, or to point a phone at. */
export function CopyLink({ link, label, hint, qr = true, id }: CopyLinkProps) {
  const fieldId = id ?? `link-${idFrom(link)}`
  return (
    <div className="copy-link">
      <div className="copy-link-words">
        <label htmlFor={fieldId}>{label}</label>
        {hint && <p className="hint" id={`${fieldId}-hint`}>{hint}</p>}
        <div className="box">
          <input id={fieldId} type="text" readOnly defaultValue={link} aria-describedby={hint ? `${fieldId}-hint` : undefined} />
          <button type="button" className="button quiet" data-copy={fieldId} hidden>Copy<span className="unseen"> link: {label}</span></button>
        </div>
        <p className="paper-only">{link}</p>
      </div>
      {qr && <QrCode text={link} label={`QR code: ${label}`} />}
    </div>
  )
}

/** A square to point a phone at, drawn on the server as one path. It stays black on white, so that cameras read it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  const edge = modules.size + 8
  return (
    <svg className="qr" viewBox={`0 0 ${edge} ${edge}`} width="160" height="160" role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={edge} height={edge} fill="#fff" />
      <path fill="#000" d={darkPath(modules.size, (row, column) => Boolean(modules.get(row, column)))} />
    </svg>
  )
}

/** Runs of dark squares, row by row. */
function darkPath(size: number, isDark: (row: number, column: number) => boolean): string {
  let path = ''
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!isDark(row, column)) continue
      const start = column
      while (column + 1 < size && isDark(row, column + 1)) column += 1
      path += `M${start + 4} ${row + 4}h${column - start + 1}v1H${start + 4}z`
    }
  }
  return path
}

/** A short id that is the same for the same link. */
function idFrom(link: string): string {
  let sum = 0
  for (const letter of link) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 4_294_967_296
  return sum.toString(36)
}
