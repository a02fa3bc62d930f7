import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

/** Puts the icon among the built files, so that it too has a name of its own and may be kept for a year. */
function icon(file: string): Plugin {
  return {
    name: 'guildhall-icon',
    buildStart() {
      this.emitFile({ type: 'asset', name: 'favicon.svg', originalFileName: file, source: readFileSync(join(import.meta.dirname, file)) })
    },
  }
}

/** The rooms' own small scripts, each fetched only by pages that ask for it: `src/<room>/client/<name>.ts`. */
const islands = globSync('src/*/client/*.ts', { cwd: import.meta.dirname }).filter((file) => !file.startsWith('src/ui/') && !file.endsWith('.test.ts')).sort()

/** What browsers get: one sheet, one script, the typeface and the icon, into dist/client. The server is built apart. */
export default defineConfig({
  publicDir: false,
  plugins: [icon('src/ui/favicon.svg')],
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0, // the security policy allows no data addresses
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['src/ui/styles/app.css', 'src/ui/client/app.ts', ...islands], preserveEntrySignatures: 'exports-only', checks: { pluginTimings: false } },
  },
})
