import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assets } from './page.tsx'

type Chunk = { file: string; css?: string[] }

const STYLE = 'src/ui/styles/app.css'
const SCRIPT = 'src/ui/client/app.ts'
const ICON = 'src/ui/favicon.svg'
const ISLAND = /^src\/(?!ui\/)[a-z]+\/client\/([a-z-]+)\.ts$/
const FONT = 'latin-wght-normal.woff2'

/**
 * Reads what `vite build` wrote below `distDir` (dist/client) and answers with addresses to link to.
 * File names carry a hash of their content, so everything below /assets may be kept for a year.
 */
export function readAssets(distDir: string): Assets {
  const manifest = JSON.parse(readFileSync(join(distDir, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>
  const style = need(manifest, STYLE)
  const script = need(manifest, SCRIPT)
  const font = Object.entries(manifest).find(([source]) => source.endsWith(`next-${FONT}`))?.[1]
  return {
    css: [style.file, ...(script.css ?? [])].map(address),
    js: [address(script.file)],
    font: font && address(font.file),
    icon: manifest[ICON] && address(manifest[ICON].file),
    islands: Object.fromEntries(Object.entries(manifest).flatMap(([source, { file }]) => {
      const name = ISLAND.exec(source)?.[1]
      return name ? [[name, address(file)]] : []
    })),
  }
}

function need(manifest: Record<string, Chunk>, source: string): Chunk {
  const chunk = manifest[source]
  if (!chunk) throw new Error(`The built pages lack ${source}. Run "vite build" again.`)
  return chunk
}

function address(file: string): string {
  return `/${file}`
}
