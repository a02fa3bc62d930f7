import type { PublicFace } from '../public-face.ts'

/** A small picture for other websites: whose page, and how much of it is proven. Its words are also in the snippet’s alternative text. */
export function badgeOf(face: PublicFace): string {
  const name = shorten(face.organisation.name, 34)
  const says = badgeSays(face)
  const width = Math.ceil(Math.max(textWidth(name, 15), textWidth(says, 12))) + 74
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="56" viewBox="0 0 ${width} 56" role="img" aria-label="${escape(`${name}. ${says}`)}">`,
    `<title>${escape(`${name}. ${says}`)}</title>`,
    `<rect x=".5" y=".5" width="${width - 1}" height="55" rx="11.5" fill="#fff" stroke="#D9D5CB"/>`,
    '<path d="M16 40V24l12-8 12 8v16h-8V30h-8v10z" fill="none" stroke="#0B5D57" stroke-width="3" stroke-linejoin="round"/>',
    `<text x="54" y="25" font-family="Atkinson Hyperlegible Next, Segoe UI, Helvetica, Arial, sans-serif" font-size="15" font-weight="700" fill="#1D2426">${escape(name)}</text>`,
    `<text x="54" y="43" font-family="Atkinson Hyperlegible Next, Segoe UI, Helvetica, Arial, sans-serif" font-size="12" fill="#525B5E">${escape(says)}</text>`,
    '</svg>',
  ].join('')
}

export function badgeSays(face: PublicFace): string {
  if (face.organisation.standing.is === 'resting') return 'This page is resting.'
  const proven = face.claims.filter((claim) => claim.level === 'proven').length
  return proven === 0 ? 'Find us on Guildhall' : `${proven} ${proven === 1 ? 'claim' : 'claims'} proven on Guildhall`
}

/** Near enough for a frame: letters are a little over half as wide as high. */
const textWidth = (text: string, size: number): number => text.length * size * 0.56
const shorten = (text: string, most: number): string => (text.length > most ? `${[...text].slice(0, most - 1).join('')}…` : text)

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}
