import { createHash } from 'node:crypto'
import { renderToStaticMarkup } from 'react-dom/server'
import type { PublicFace } from '../../public-face.ts'
import { answerOf, claimsByWeight, headlineOf, kindAndArea, proofInWords } from '../page-words.ts'

const STYLE = `
:root { color-scheme: light dark; }
* { box-sizing: border-box; margin: 0; }
body { font: 16px/1.45 "Atkinson Hyperlegible Next", system-ui, sans-serif; color: light-dark(#1D2426, #ECEAE4); background: light-dark(#FFFFFF, #1C2324); padding: 20px; border: 1px solid light-dark(#D9D5CB, #323B3C); border-radius: 12px; min-height: 100vh; display: grid; gap: 10px; align-content: start; }
h1 { font-size: 20px; line-height: 1.2; } h1 a { color: inherit; }
.quiet { color: light-dark(#525B5E, #AEB6B6); font-size: 14px; }
ul { padding: 0; list-style: none; display: grid; gap: 4px; } li span { color: light-dark(#525B5E, #AEB6B6); font-size: 14px; }
.more { color: light-dark(#0A5A8A, #7FC4F2); font-weight: 600; }
:focus-visible { outline: 3px solid #1D2426; box-shadow: 0 0 0 5px #FFD43B; }
`
const HASH = createHash('sha256').update(STYLE).digest('base64')

/**
 * The one page of ours that may stand inside other people’s. It shows what anyone may see, whoever looks, and all it can do is open the
 * public page: there is nothing on it that a frame around it could trick someone into pressing.
 */
export const CARD_HEADERS = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${HASH}'; frame-ancestors *; base-uri 'none'; form-action 'none'`,
  'Cross-Origin-Resource-Policy': 'cross-origin', 'Cross-Origin-Opener-Policy': 'unsafe-none', 'X-Robots-Tag': 'noindex',
}

export function cardPage(face: PublicFace, url: string): string {
  return `<!doctype html>${renderToStaticMarkup(<Card face={face} url={url} />)}`
}

function Card({ face, url }: { face: PublicFace; url: string }) {
  const { organisation } = face
  const rests = organisation.standing.is === 'resting'
  const { lead } = headlineOf(answerOf(face, 4))
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{organisation.name}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>
          <h1><a href={url} target="_top">{organisation.name}</a></h1>
          {rests ? <p>This page is resting.</p> : (
            <>
              <p className="quiet">{[organisation.line, kindAndArea(organisation)].filter(Boolean).join(' · ')}</p>
              {lead && <p>{lead}</p>}
              <ul>{claimsByWeight(face).best.slice(0, 3).map((claim) => <li key={claim.id}>{claim.title} <span>{proofInWords(claim)}</span></li>)}</ul>
              <p><a className="more" href={url} target="_top">See their page</a></p>
            </>
          )}
        </main>
      </body>
    </html>
  )
}
