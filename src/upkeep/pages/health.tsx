import { join } from 'node:path'
import { show, type Pages } from '../../kit/web/env.ts'
import { goTo } from '../../kit/web/form.ts'
import type { MadeBackup, Tending } from '../../kit/tending.ts'
import { routes } from '../../routes.ts'
import { Empty, Heading, LinkButton, Moment, PostButton, Section, State, Table } from '../../ui/index.ts'
import { readHealth, type Check } from '../health.ts'
import { makeBackup } from '../make-backup.ts'

export function healthPages(pages: Pages): void {
  pages.get(routes.health, async (c) => {
    const { ctx } = c.var
    const checks = await readHealth(ctx)
    return show(c, { title: 'Health', body: <HealthPage checks={checks} backups={(await ctx.tending?.listBackups()) ?? []} folder={join(ctx.settings.DATA_DIR, 'backups')} version={ctx.tending?.version} /> })
  })
  pages.post(routes.backups, async (c) => {
    const work = await makeBackup(c.var.ctx)
    return goTo(c, `${routes.work}/${work}`)
  })
}

const WORDS = {
  fine: <State tone="good" shape="full">Fine</State>,
  look: <State tone="care" shape="care">Look</State>,
  broken: <State tone="gap" shape="square">Broken</State>,
}

type Props = { checks: readonly Check[]; backups: readonly MadeBackup[]; folder: string; version: Tending['version'] | undefined }

function HealthPage({ checks, backups, folder, version }: Props) {
  return (
    <>
      <Heading intro={summary(checks)} actions={<><PostButton to={routes.backups}>Make a backup now</PostButton><LinkButton href={routes.mail} variant="quiet">Mail</LinkButton><LinkButton href={routes.settings} variant="quiet">Settings</LinkButton><LinkButton href={routes.registers} variant="quiet">Bring in a register</LinkButton></>}>Health</Heading>
      <Table caption="How this house is" captionHidden rows={checks} rowKey={(check) => check.name} columns={[
        { label: 'What', head: true, cell: (check) => check.name },
        { label: 'Is', cell: (check) => WORDS[check.is] },
        { label: 'In words', cell: (check) => <>{check.says}{check.fix && <> <strong>{check.fix}</strong></>}</> },
      ]} />
      <Section title="Backups" count={backups.length} intro={<>They are files in <code>{folder}</code>. Copy them to another machine. To bring one back, start with an empty data folder and choose “Restore a backup”, or: <code>DATA_DIR=./data-restored npx guildhall restore FILE</code></>}>
        {backups.length === 0
          ? <Empty title="No backup yet.">One is made by itself before every upgrade. Make one now to see that it works.</Empty>
          : <Table caption="Backups, newest first" captionHidden rows={backups.slice(0, 50)} rowKey={(one) => one.name} columns={[
              { label: 'File', head: true, cell: (one) => one.name },
              { label: 'Made', cell: (one) => <Moment at={one.madeAt} /> },
              { label: 'Size', figures: true, cell: (one) => `${(one.bytes / 1024 / 1024).toFixed(1)} MB` },
            ]} />}
      </Section>
      {version && <Section title="Version" intro={`This is ${version.is}. What is new, from CHANGELOG.md:`}><ul>{version.news.map((line) => <li key={line}>{line}</li>)}</ul></Section>}
    </>
  )
}

/** "Everything is fine" in one line, and it is true. */
function summary(checks: readonly Check[]): string {
  const broken = checks.filter((check) => check.is === 'broken').length
  const look = checks.filter((check) => check.is === 'look').length
  if (broken > 0) return broken === 1 ? 'One thing is broken.' : `${broken} things are broken.`
  if (look > 0) return look === 1 ? 'Everything works. One thing is worth a look.' : `Everything works. ${look} things are worth a look.`
  return 'Everything is fine.'
}
