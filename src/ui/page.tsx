import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** Addresses of the built style, script, typeface and icon, read once from the build by `readAssets`. */
export type Assets = { css: string[]; js: string[]; font?: string; icon?: string; /** The rooms' own small scripts by name, fetched only where a part asks. */ islands?: Readonly<Record<string, string>> }

/** A person's choice of light or dark. Without one the page follows the system. */
export type Theme = 'light' | 'dark'

export type PageProps = {
  /** What this page is, in a few words; the browser shows it before the name of the site. */
  title: string
  /** The name after the title: the network's, or Guildhall. */
  site?: string
  /** One sentence for search results and shared links. */
  description?: string
  theme?: Theme
  /** This answer's nonce, the same one as in its Content-Security-Policy. */
  nonce?: string
  assets: Assets
  /** False on public pages, which carry no script at all. */
  script?: boolean
  /** True only where strangers should find the page through a search engine. */
  indexed?: boolean
  /** True when a form came back with problems, so that the title says so first. */
  hasProblems?: boolean
  children: ReactNode
}

/** The whole document: head, assets and body. Everything visible sits in a shell inside it. */
export function Page({ title, site = 'Guildhall', description, theme, nonce, assets, script = true, indexed = false, hasProblems, children }: PageProps) {
  const named = title === site ? site : `${title} · ${site}`
  return (
    <html lang="en-GB" data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <title>{hasProblems ? `Problem: ${named}` : named}</title>
        {description && <meta name="description" content={description} />}
        {!indexed && <meta name="robots" content="noindex" />}
        <meta name="color-scheme" content={theme ?? 'light dark'} />
        <meta name="format-detection" content="telephone=no" />
        {assets.font && <link rel="preload" href={assets.font} as="font" type="font/woff2" crossOrigin="anonymous" />}
        {assets.css.map((href) => <link key={href} rel="stylesheet" href={href} data-turbo-track="reload" />)}
        {assets.icon && <link rel="icon" href={assets.icon} type="image/svg+xml" />}
        {script && <ScriptHead nonce={nonce} js={assets.js} islands={assets.islands} />}
      </head>
      <body>{children}</body>
    </html>
  )
}

/**
 * The script runs once for the whole visit. `data-turbo-eval` keeps Turbo from making the tag again on an error
 * page, where its new nonce would not be the one the browser knows. Previews are off: a screen reader would hear
 * the page twice. Prefetching is off: a page is ready in milliseconds, and hovering must not open anything.
 */
function ScriptHead({ nonce, js, islands }: { nonce?: string; js: string[]; islands?: Readonly<Record<string, string>> }) {
  return (
    <>
      <meta name="csp-nonce" nonce={nonce} />
      <meta name="turbo-cache-control" content="no-preview" />
      <meta name="turbo-prefetch" content="false" />
      {islands && <meta name="islands" content={JSON.stringify(islands)} />}
      {js.map((src) => <script key={src} type="module" src={src} nonce={nonce} data-turbo-track="reload" data-turbo-eval="false" />)}
    </>
  )
}

/** A page as the text of an answer. */
export function renderPage(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`
}
