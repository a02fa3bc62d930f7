import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Invalid, NotFound } from '../../kit/refusal.ts'
import { show, type Pages } from '../../kit/web/env.ts'
import { formPage, freshForm, goTo, readFiles, readValues, sendForm } from '../../kit/web/form.ts'
import { deviceOf, enter, hasHost } from '../../people/index.ts'
import { routes } from '../../routes.ts'
import { beSomeone, isExample, listCharacters } from '../be-someone.ts'
import { leaveTown } from '../leave-town.ts'
import { loadTown } from '../load-town.ts'
import { restoreHere } from '../restore-here.ts'
import { startMine } from '../start-mine.ts'
import { CharactersPage, LeavePage, RestorePage, StartMinePage, WelcomePage } from './first-run-parts.tsx'

const plain = { frame: 'plain' } as const

/** First run: look round an example, start your own, or bring back a backup. Once somebody hosts this house, only Home is left. */
export function firstRunPages(pages: Pages): void {
  pages.get(routes.firstRun, async (c) => {
    if (await hasHost(c.var.ctx)) return c.redirect(routes.home, 303)
    if (await isExample(c.var.ctx)) return c.redirect(routes.whoToBe, 303)
    return show(c, { title: 'Welcome to Guildhall', ...plain, width: 'work', body: <WelcomePage /> })
  })
  pages.post(routes.tryTown, async (c) => {
    if (!(await isExample(c.var.ctx))) await loadTown(c.var.ctx)
    return goTo(c, routes.whoToBe)
  })
  pages.get(routes.whoToBe, async (c) => show(c, { title: 'Who would you like to be?', ...plain, width: 'work', body: <CharactersPage cast={await listCharacters(c.var.ctx)} /> }))
  pages.post(routes.whoToBe, async (c) => enter(c, await beSomeone(c.var.ctx, (await readValues(c))['person'], deviceOf(c)), routes.home))
  pages.get(routes.leaveTown, (c) => show(c, { title: 'Leave the example town?', ...plain, body: <LeavePage /> }))
  pages.post(routes.leaveTown, async (c) => {
    await leaveTown(c.var.ctx)
    return goTo(c, routes.firstRun, { says: 'The example town is gone, and the house is empty again.' })
  })
  formPage(pages, routes.startMine, {
    show: async (c, form) => {
      if (await hasHost(c.var.ctx)) throw new NotFound()
      return { title: 'Start mine', ...plain, body: <StartMinePage form={form} /> }
    },
    send: async (c, values) => {
      const { started, slug } = await startMine(c.var.ctx, values, deviceOf(c))
      return enter(c, started, routes.inviteMember(slug), { says: 'Your network is open. Here is your first invitation link.' })
    },
  })
  pages.get(routes.restoreBackup, async (c) => {
    if (await hasHost(c.var.ctx)) throw new NotFound()
    return show(c, { title: 'Restore a backup', ...plain, body: <RestorePage form={freshForm()} /> })
  })
  pages.post(routes.restoreBackup, (c) => sendForm(c, {
    show: (_, form) => ({ title: 'Restore a backup', ...plain, body: <RestorePage form={form} /> }),
    send: async () => {
      const [file] = await readFiles(c, 'file')
      if (!file) throw new Invalid([{ field: 'file', sentence: 'Choose the backup, a file whose name ends in .guildhall.' }])
      const folder = await mkdtemp(join(c.var.ctx.settings.DATA_DIR, 'restoring-'))
      try {
        await writeFile(join(folder, 'backup.guildhall'), Buffer.from(await file.arrayBuffer()), { mode: 0o600 })
        await restoreHere(c.var.ctx, join(folder, 'backup.guildhall'))
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
      return goTo(c, routes.signIn, { says: 'Restored, and every row compared. Sign in as you did before.' })
    },
  }))
}
