import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { settingList, settingNames } from '../src/kit/settings.ts'

/** Writes docs/settings.md from the list the house itself reads; a test holds the page to it. */
const page = fileURLToPath(new URL('../docs/settings.md', import.meta.url))

export function settingsPage(): string {
  const rows = settingNames.map((name) => `| \`${name}\` | ${inCell(settingList[name].says)} | ${settingList[name].default ? `\`${settingList[name].default}\`` : 'empty'} |`)
  return `# Settings

Every setting has a default that works: a house starts with none of them set. They are read once, when the house starts, from the
environment, or from a file called \`guildhall.env\` in the folder it is started in (\`GUILDHALL_SETTINGS\` names another). Where both
name one, the environment wins. A setting that cannot be used, or a name in the file that nobody knows, stops the start with a sentence.

\`\`\`
PORT=8080 npm start               # once
echo PORT=8080 >> guildhall.env   # for good
npx guildhall settings            # what holds now
\`\`\`

| Name | What it is for | Default |
|---|---|---|
${rows.join('\n')}

This page is written by \`node scripts/settings-page.ts\` from \`src/kit/settings.ts\`.
`
}

export function settingsPageAsKept(): string {
  return readFileSync(page, 'utf8')
}

function inCell(words: string): string {
  return words.replaceAll('|', '\\|')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, settingsPage())
