import { settingList, settingNames } from '../../kit/settings.ts'
import { show, type Pages } from '../../kit/web/env.ts'
import { routes } from '../../routes.ts'
import { Heading, Table } from '../../ui/index.ts'
import { hostsOnly } from '../who-may.ts'

export function settingsPages(pages: Pages): void {
  pages.get(routes.settings, async (c) => {
    await hostsOnly(c.var.ctx)
    const rows = settingNames.map((name) => ({ name, ...settingList[name] }))
    return show(c, { title: 'Settings', body: (
      <>
        <Heading above={<a href={routes.health}>Health</a>} intro="They are read when the house starts, from the environment or from a file called guildhall.env. Every one has a default that works.">Settings</Heading>
        <Table caption="Settings" captionHidden rows={rows} rowKey={(row) => row.name} columns={[
          { label: 'Name', head: true, cell: (row) => <code>{row.name}</code> },
          { label: 'What it is for', cell: (row) => row.says },
          { label: 'Default', cell: (row) => (row.default ? <code>{row.default}</code> : 'empty') },
        ]} />
      </>
    ) })
  })
}
