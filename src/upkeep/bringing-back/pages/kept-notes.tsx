import { isId } from '../../../kit/ids.ts'
import { NotFound } from '../../../kit/refusal.ts'
import { show, type Pages, type Shown, type WebContext } from '../../../kit/web/env.ts'
import { goTo } from '../../../kit/web/form.ts'
import { routes } from '../../../routes.ts'
import { Actions, Day, Empty, Heading, LinkButton, PostButton, Row, Rows, Section } from '../../../ui/index.ts'
import { listKeptNotes, throwNoteAway, type KeptNote } from '../kept-notes.ts'
import { NOTE_WORDS, type Note } from '../notes-part.ts'

/** What a file told of bonds with others, to read and to throw away. */
export function keptNotesPages(pages: Pages): void {
  pages.get(routes.keptNotes, async (c) => show(c, await notesPage(c)))
  pages.post(routes.keptNoteRemoval(':id'), async (c) => {
    const id = c.req.param('id')
    if (!isId<'kept note'>(id)) throw new NotFound()
    await throwNoteAway(c.var.ctx, id)
    return goTo(c, routes.keptNotes, { says: 'Thrown away.' })
  })
}

async function notesPage(c: WebContext): Promise<Shown> {
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('page') ?? 1)) || 1))
  const { notes, more } = await listKeptNotes(c.var.ctx, page)
  const kinds = Map.groupBy(notes, (note) => note.kind)
  return {
    title: 'Notes from files', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.everything}>Take everything out</a>} intro="What you knew of your bonds with others when everything was taken out. Only your own people read them, and they bind nobody: ask the others again.">Notes from files</Heading>
        {notes.length === 0 && <Empty title="No notes" action={<LinkButton href={routes.bringBack}>Bring everything back</LinkButton>}>They come with a file of everything that is brought back in.</Empty>}
        {[...kinds].map(([kind, some]) => <Section key={kind} title={NOTE_WORDS[kind]} count={some.length} actions={AGAIN[kind] && <LinkButton href={AGAIN[kind].href} small>{AGAIN[kind].says}</LinkButton>}><Rows label={NOTE_WORDS[kind]}>{some.map((note) => <OneNote key={note.id} note={note} />)}</Rows></Section>)}
        <Actions>{page > 1 && <LinkButton href={`${routes.keptNotes}?page=${page - 1}`}>Those before</LinkButton>}{more && <LinkButton href={`${routes.keptNotes}?page=${page + 1}`}>More</LinkButton>}</Actions>
      </>
    ),
  }
}

const AGAIN: Readonly<Partial<Record<Note['kind'], { says: string; href: string }>>> = { partnership: { says: 'Note a partnership', href: routes.newPartnership }, bench: { says: 'Ask somebody onto your bench', href: routes.newBenchPlace }, cover: { says: 'See cover', href: routes.cover } }

function OneNote({ note }: { note: KeptNote }) {
  return (
    <Row title={note.about} detail={note.on ? <Day on={note.on} /> : undefined} aside={<PostButton to={routes.keptNoteRemoval(note.id)} variant="plain" about={note.about}>Throw it away</PostButton>}>
      {note.says.split('\n').map((line, at) => <p key={`${at}${line}`}>{line}</p>)}
    </Row>
  )
}
