import type { Id } from '../../kit/ids.ts'
import { ACCEPT, ACCEPTED, sendFile } from '../../kit/files.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { goTo, readFiles, sendForm, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Chips, Choice, dayInWords, Empty, Field, FileField, Form, Heading, Hidden, momentInWords, Pager, PAGE_SIZE, PostButton, Row, Rows, Section, Select, State } from '../../ui/index.ts'
import { addEntry, readTeamFile, removeEntry } from '../keep-room.ts'
import { ENTRY_KINDS, ENTRY_WORDS, listEntries, type Entry, type EntryKind } from '../room-store.ts'
import { namesIn, standIn } from '../stand-in.ts'
import type { Part, Team } from '../team.ts'
import { listParts } from '../team-store.ts'
import { idFrom, pageNumber } from './param.ts'
import { TeamTabs } from './parts-of-page.tsx'

/** The team's room: decisions, dates, papers and one thread a part. Small: not a chat, not a project manager. */
export function roomPages(pages: Pages): void {
  pages.get(routes.teamRoom(':id'), async (c) => show(c, await roomPage(c)))
  pages.post(routes.teamEntries(':id'), (c) => sendForm(c, {
    show: roomPage,
    send: async (again, values) => {
      const [file] = await readFiles(again, 'file')
      const { back, ...given } = values
      await addEntry(again.var.ctx, idFrom(again), given, file && { name: file.name, bytes: await file.bytes() })
      const part = typeof given['part'] === 'string' && given['part'] !== '' && back === 'part' ? given['part'] : undefined
      return goTo(again, part ? routes.teamPart(idFrom(again), part) : routes.teamRoom(idFrom(again)), { says: 'Written down.' })
    },
  }))
  pages.get(routes.teamEntryFile(':id', ':entry'), async (c) => sendFile(c, await readTeamFile(c.var.ctx, idFrom(c), idFrom(c, 'entry'))))
  pages.post(routes.teamEntryRemoval(':id', ':entry'), async (c) => {
    await removeEntry(c.var.ctx, idFrom(c), idFrom(c, 'entry'))
    return goTo(c, routes.teamRoom(idFrom(c)), { says: 'Taken away.', undo: routes.teamEntryReturn(idFrom(c), idFrom(c, 'entry')) })
  })
  pages.post(routes.teamEntryReturn(':id', ':entry'), async (c) => { await removeEntry(c.var.ctx, idFrom(c), idFrom(c, 'entry'), true); return goTo(c, routes.teamRoom(idFrom(c)), { says: 'It is back.' }) })
}

async function roomPage(c: WebContext, form?: FormState): Promise<Shown> {
  const wanted = c.req.query('kind'), kind = ENTRY_KINDS.find((one) => one === wanted), page = pageNumber(c)
  const read = await c.var.ctx.read(async (tx) => {
    const { team, standing, us } = await standIn(tx, idFrom(c))
    return { team, us, leads: standing.leads, parts: await listParts(tx, team), entries: await listEntries(tx, team, { kind, most: PAGE_SIZE + 1, past: (page - 1) * PAGE_SIZE }) }
  })
  const { team, entries } = read, shown = entries.slice(0, PAGE_SIZE)
  const names = await namesIn(c.var.ctx, shown.map((entry) => entry.by))
  const address = (to: number) => `${routes.teamRoom(team.id)}?page=${to}${kind ? `&kind=${kind}` : ''}`
  return {
    title: `${team.title}: room`, width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.teams}>Teams</a>} intro="What was decided, what falls when, and the papers.">{`${team.title}: the room`}</Heading>
        <TeamTabs team={team} current="room" leads={read.leads} />
        <Chips label="Show" chips={[{ label: 'Everything', href: routes.teamRoom(team.id), on: !kind }, ...(['decision', 'date', 'file', 'word'] as const).map((one) => ({ label: { decision: 'Decisions', date: 'Dates', file: 'Papers', word: 'Words' }[one], href: `${routes.teamRoom(team.id)}?kind=${one}`, on: kind === one }))]} />
        {shown.length === 0 && <Empty title="Nothing written down yet" example="Decided: the valve list is frozen on 28 June">Start with a date everybody has to keep.</Empty>}
        <EntryRows entries={shown} team={team} names={names} us={read.us} leads={read.leads} parts={read.parts} />
        {(entries.length > PAGE_SIZE || page > 1) && <Pager things="entries" from={(page - 1) * PAGE_SIZE + 1} to={(page - 1) * PAGE_SIZE + shown.length} previousHref={page > 1 ? address(page - 1) : undefined} nextHref={entries.length > PAGE_SIZE ? address(page + 1) : undefined} />}
        {team.state.is === 'open' && <Section title="Write something down"><EntryForm team={team} parts={read.parts} form={form} seenBy="The team; in the thread of a part, those who see the part" /></Section>}
      </>
    ),
  }
}

export function EntryForm({ team, part, parts = [], form, seenBy }: { team: Pick<Team, 'id'>; part?: Id<'team part'>; parts?: readonly Part[]; form?: FormState; seenBy: string }) {
  return (
    <Form to={routes.teamEntries(team.id)} {...form} files seenBy={seenBy}>
      <Choice name="kind" label="What is it?" layout="line" value="word" options={[{ value: 'word', label: 'A word' }, { value: 'decision', label: 'A decision' }, { value: 'date', label: 'A date' }, { value: 'file', label: 'A paper' }]} />
      <Field name="says" type="textarea" rows={3} label="In your words" maxLength={2000} optional />
      <Field name="onDay" type="date" label="The day" width="short" optional hint="For a date." />
      <FileField name="file" label="The paper" accept={ACCEPT} hint={`${ACCEPTED}.`} optional />
      {part ? <><Hidden name="part" value={part} /><Hidden name="back" value="part" /></> : <Select name="part" label="About" prompt="The whole team" width="medium" options={parts.map((one) => ({ value: one.id, label: one.says }))} optional />}
      <Actions><Button>Write it down</Button></Actions>
    </Form>
  )
}

const SHAPES = { word: 'ring', decision: 'diamond', date: 'half', file: 'full' } as const satisfies Record<EntryKind, string>

export function EntryRows({ entries, team, names, us, leads, parts = [] }: { entries: readonly Entry[]; team: Pick<Team, 'id' | 'state'>; names: ReadonlyMap<string, string>; us: string; leads: boolean; parts?: readonly Part[] }) {
  return (
    <Rows>
      {entries.map((entry) => (
        <Row key={entry.id} title={entry.onDay ? `${dayInWords(entry.onDay)}: ${entry.says}` : entry.says} href={entry.file && routes.teamEntryFile(team.id, entry.id)} aside={<State shape={SHAPES[entry.kind]}>{ENTRY_WORDS[entry.kind]}</State>}
          detail={[names.get(entry.by) ?? 'Somebody', momentInWords(entry.madeAt), parts.find((part) => part.id === entry.part)?.says].filter(Boolean).join(' · ')}
          actions={team.state.is === 'open' && (entry.by === us || leads) && <PostButton to={routes.teamEntryRemoval(team.id, entry.id)} small about={entry.says.slice(0, 60)}>Take away</PostButton>} />
      ))}
    </Rows>
  )
}
