import { packZip } from './pack-zip.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const OFFICE = 'http://schemas.openxmlformats.org'

/** A spreadsheet around this much of a sheet's XML. */
export function spreadsheetOf(rows: string): Buffer {
  const files = {
    '[Content_Types].xml': `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"><sheets><sheet name="Members" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${OFFICE}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  }
  return packZip(new Map(Object.entries(files).map(([name, xml]) => [name, Buffer.from(HEAD + xml)])))
}

/** The same from plain cells; one that begins with = is a formula that was never worked out. */
export function spreadsheet(rows: readonly (readonly string[])[]): Buffer {
  return spreadsheetOf(rows.map((cells, at) => `<row r="${at + 1}">${cells.map((cell, place) => cellOf(cell, `${String.fromCharCode(65 + place)}${at + 1}`)).join('')}</row>`).join(''))
}

function cellOf(cell: string, address: string): string {
  if (cell.startsWith('=')) return `<c r="${address}"><f>${escaped(cell.slice(1))}</f></c>`
  return `<c r="${address}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
