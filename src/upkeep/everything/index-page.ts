import type { Contents, Part } from './contents.ts'
import { INDEX_STYLE } from './index-style.ts'

/** The page that opens by a double click: what is in the folder, in words, and all small tables to read in place. No script, nothing from outside. */
export function indexPage({ title, intro, parts }: Contents): string {
  const folders = [...Map.groupBy(parts, ({ name }) => (name.includes('/') ? name.split('/')[0] ?? '' : ''))].toSorted(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
  const rows = parts.reduce((sum, { name, shown }) => sum + (shown && name.startsWith('tables/') ? shown.all : 0), 0)
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}: everything</title><style>
${INDEX_STYLE}
</style></head><body>
<a class="skip" href="#what">Skip to what is in it</a>
<header class="top"><svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><path fill="currentColor" fill-rule="evenodd" d="M16 1.5 29.5 11.5V30h-4v-7.5a4 4 0 0 0-8 0V30h-3v-7.5a4 4 0 0 0-8 0V30h-4V11.5Z"/></svg><span>Guildhall</span></header>
<main id="what"><h1>${escaped(title)}</h1><p class="intro">${escaped(intro)}</p>
<p class="facts">${count(parts.length + 1, 'file', 'files')}${rows > 0 ? ` · ${count(rows, 'row', 'rows')} in tables` : ''} · ${size(parts.reduce((sum, { bytes }) => sum + bytes.length, 0))}</p>
<nav aria-label="In this folder"><ul>${folders.map(([folder, files]) => `<li><a href="#in-${escaped(folder || 'whole')}">${escaped(FOLDERS[folder]?.title ?? folder)}</a> <span class="quiet">${files.length}</span></li>`).join('')}</ul></nav>
${folders.map(([folder, files]) => `<section id="in-${escaped(folder || 'whole')}"><h2>${escaped(FOLDERS[folder]?.title ?? folder)}</h2><p class="quiet">${escaped(FOLDERS[folder]?.says ?? '')}</p>
${files.map(partShown).join('\n')}</section>`).join('\n')}
</main><footer><p>Keep this folder where only you can open it: it holds what was shown to nobody. To bring it into a Guildhall, give the ZIP as it came under “Bring everything back”.</p></footer>
</body></html>
`
}

const FOLDERS: Readonly<Record<string, { readonly title: string; readonly says: string }>> = {
  '': { title: 'The whole', says: 'All of it at once: for programs, for bringing it back, and to hand on.' },
  sheets: { title: 'Sheets of paper', says: 'PDF files, to read, print and send.' },
  files: { title: 'Papers', says: 'As they were handed in.' },
  'for-another-network': { title: 'To take to another network', says: 'Tables that an organiser brings in as they are.' },
  tables: { title: 'Table by table', says: 'CSV files open in any spreadsheet. A cell that a spreadsheet would run as a formula has a ’ before it, which Guildhall takes off again. Open one here to read it.' },
}
const ORDER = ['', 'sheets', 'files', 'for-another-network', 'tables']

function partShown({ name, title, bytes, shown }: Part): string {
  const link = `<a href="${escaped(name.split('/').map(encodeURIComponent).join('/'))}">${escaped(title)}</a>`
  if (!shown) return `<p class="one">${link} <span class="quiet">${escaped(name)}, ${size(bytes.length)}</span></p>`
  const more = shown.all > shown.rows.length ? `<p class="quiet">The first ${shown.rows.length.toLocaleString('en-GB')} of ${shown.all.toLocaleString('en-GB')}; the file has them all.</p>` : ''
  return `<details><summary>${escaped(title)} <span class="quiet">${count(shown.all, 'row', 'rows')}</span></summary><p class="one">${link.replace(/>[^<]*</, `>Open ${escaped(name.split('/').at(-1) ?? name)}<`)} <span class="quiet">${size(bytes.length)}</span></p><div class="wide" tabindex="0" role="region" aria-label="${escaped(title)}"><table><thead><tr>${shown.head.map((cell) => `<th scope="col">${escaped(cell.replaceAll('_', ' '))}</th>`).join('')}</tr></thead><tbody>
${shown.rows.map((row) => `<tr>${row.map((cell) => `<td${/^[0-9a-f-]{36}$/.test(cell) ? ' class="id"' : ''}>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')}</tbody></table></div>${more}</details>`
}

const count = (many: number, one: string, more: string) => `${many.toLocaleString('en-GB')} ${many === 1 ? one : more}`
const size = (bytes: number) => (bytes < 1024 ? `${bytes} bytes` : bytes < 1024 * 1024 ? `${Math.round(bytes / 1024).toLocaleString('en-GB')} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`)
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
