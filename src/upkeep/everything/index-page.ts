import type { Contents, Part } from './contents.ts'

/** The page that opens by a double click: what is in the folder, in words, and all small tables to read in place. No script, nothing from outside. */
export function indexPage({ title, intro, parts }: Contents): string {
  const folders = Map.groupBy(parts, ({ name }) => (name.includes('/') ? name.split('/')[0] ?? '' : ''))
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}: everything</title><style>
:root{color-scheme:light dark}body{font:17px/1.55 system-ui,sans-serif;max-width:68rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.8rem}h2{margin-top:2.5rem;border-top:1px solid;padding-top:1rem}
table{border-collapse:collapse;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #8886;max-width:28rem;overflow-wrap:anywhere}.wide{overflow-x:auto}summary{cursor:pointer;padding:.4rem 0}small{opacity:.8}@media print{details{display:block}}
</style></head><body><h1>${escaped(title)}</h1><p>${escaped(intro)}</p>
<p>Tables are CSV and open in any spreadsheet; a cell that a spreadsheet would run as a formula has a ' before it, which Guildhall takes off again. The tables in “for-another-network” are those that an organiser of another network brings in as they are.</p>
${[...folders].map(([folder, files]) => `<h2>${escaped(FOLDERS[folder] ?? folder)}</h2>${files.map(partShown).join('\n')}`).join('\n')}
</body></html>
`
}

const FOLDERS: Readonly<Record<string, string>> = { '': 'The whole', 'for-another-network': 'To take to another network', tables: 'Table by table', files: 'Papers' }

function partShown({ name, title, bytes, shown }: Part): string {
  const link = `<a href="${escaped(name.split('/').map(encodeURIComponent).join('/'))}">${escaped(title)}</a>`
  if (!shown) return `<p>${link} <small>${escaped(name)}, ${size(bytes.length)}</small></p>`
  const more = shown.all > shown.rows.length ? `<p><small>The first ${shown.rows.length.toLocaleString('en-GB')} of ${shown.all.toLocaleString('en-GB')}; the file has them all.</small></p>` : ''
  return `<details><summary>${link} <small>${shown.all === 1 ? 'one row' : `${shown.all.toLocaleString('en-GB')} rows`}</small></summary><div class="wide" tabindex="0" role="region" aria-label="${escaped(title)}"><table><thead><tr>${shown.head.map((cell) => `<th scope="col">${escaped(cell.replaceAll('_', ' '))}</th>`).join('')}</tr></thead><tbody>
${shown.rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')}</tbody></table></div>${more}</details>`
}

const size = (bytes: number) => (bytes < 1024 ? `${bytes} bytes` : bytes < 1024 * 1024 ? `${Math.round(bytes / 1024).toLocaleString('en-GB')} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`)
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
