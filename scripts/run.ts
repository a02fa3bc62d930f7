import { buildIfNeeded } from './build.ts'

/** What `npm start` and `npx guildhall` run: builds when the sources are newer than what was built, then hands over. */
process.env.NODE_ENV ??= 'production' // React and others are several times quicker for it
await buildIfNeeded()
await import(new URL('../dist/server/main.js', import.meta.url).href)
