import { settingList, settingNames, settingShown } from '../../kit/settings.ts'
import { show, type Pages } from '../../kit/web/env.ts'
import { routes } from '../../routes.ts'
import { Heading, Table } from '../../ui/index.ts'
import { hostsOnly } from '../who-may.ts'

export function settingsPages(pages: Pages): void {
  pages.get(routes.settings, async (c) => {
    await hostsOnly(c.var.ctx)
    const rows = settingNames.map((name) => ({ name, ...settingList[name], now: settingShown(c.var.ctx.settings, name) }))
    return show(c, { title: 'Settings', body: (
      <>
        <Heading above={<a href={routes.health}>Health</a>} intro="They are read when the house starts, from the environment or from a file called guildhall.env in the folder it is started in, a line for each, such as PORT=8080. Every one has a default that works. Passwords and secrets are not shown.">Settings</Heading>
        <Table caption="Settings" captionHidden rows={rows} rowKey={(row) => row.name} columns={[
          { label: 'Name', head: true, cell: (row) => <code>{row.name}</code> },
          { label: 'What it is for', cell: (row) => row.says },
          { label: 'Now', cell: (row) => <>{row.now ? <code>{row.now}</code> : 'empty'}{differs(row) && <span className="fine"> (by default {row.default ? <code>{row.default}</code> : 'empty'})</span>}</> },
        ]} />
      </>
    ) })
  })
}

/** The data folder is shown whole, whichever way it was written. */
function differs({ name, now, default: otherwise }: { name: string; now: string; default: string }): boolean {
  return name !== 'DATA_DIR' && now !== otherwise
}
