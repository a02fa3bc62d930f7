import type { Id } from '../../kit/ids.ts'
import { Invalid } from '../../kit/refusal.ts'
import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, readFiles, type FormState, type Values } from '../../kit/web/form.ts'
import { Above } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Field, FileField, Form, Heading, Hidden, LinkButton } from '../../ui/index.ts'
import { getMemberToWriteFor } from '../keep.ts'
import { FILES_TAKEN, MOST_FILE } from '../read-file.ts'
import { readFile, readText } from '../read-into.ts'
import { chosenOf, MOST_TEXT } from '../tender/found.ts'
import { discardReading, lookThrough, useReading } from '../use-reading.ts'
import { idFrom, mustBeSignedIn, slugOf } from './param.ts'
import { briefFrom, fieldOnForm, startOf } from './reading-form.ts'
import { ReadingPage } from './reading.tsx'
import { WhichTender } from './which-tender.tsx'

const readingFrom = (c: WebContext): Id<'reading'> => idFrom(c, 'reading')

/** Pasting a tender, and looking through what was found before any of it becomes a brief. */
export function readingPages(pages: Pages): void {
  formPage(pages, routes.briefReadings(':slug'), {
    show: (c, form) => pastePage(c, form),
    send: async (c, values) => goTo(c, routes.briefReading(slugOf(c), await readSent(c, values))),
  })
  formPage(pages, routes.briefReading(':slug', ':reading'), {
    start: async (c) => startOf((await lookAt(c)).found ?? { parts: [] }),
    show: async (c, form) => {
      const { network, reading, found, vocabulary } = await lookAt(c)
      if (!found) return { title: 'Which tender?', width: 'reading', body: <WhichTender network={network} reading={reading} /> }
      return { title: 'What was found', width: 'reading', body: <ReadingPage network={network} reading={reading.id} found={found} tender={tenderIn(c)} vocabulary={vocabulary} form={form} /> }
    },
    send: async (c, values) => {
      const { reading, found } = await lookAt(c)
      if (!found) return goTo(c, routes.briefReading(slugOf(c), reading.id))
      const { input, places } = briefFrom(values, found)
      try {
        return goTo(c, routes.brief(slugOf(c), await useReading(c.var.ctx, slugOf(c), readingFrom(c), input, tenderIn(c))), { says: 'A draft is made. Only you see it until you publish it.' })
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        throw new Invalid(error.problems.map(({ field, sentence }) => fieldOnForm(field, sentence, places)))
      }
    },
  })
  pages.post(routes.briefReadingRemoval(':slug', ':reading'), async (c) => {
    mustBeSignedIn(c)
    await discardReading(c.var.ctx, slugOf(c), readingFrom(c))
    return goTo(c, routes.briefs(slugOf(c)), { says: 'Thrown away. Nothing of it was kept.' })
  })
}

/** Which of several tenders in a file, by its place. */
const tenderIn = (c: WebContext): string | undefined => c.req.query('tender')?.slice(0, 4)

async function lookAt(c: WebContext) {
  mustBeSignedIn(c)
  const looked = await lookThrough(c.var.ctx, slugOf(c), readingFrom(c))
  return { ...looked, found: chosenOf(looked.reading.found, tenderIn(c)) }
}

async function readSent(c: WebContext, values: Values): Promise<Id<'reading'>> {
  mustBeSignedIn(c)
  const wanted = one(values['release']).trim() || c.req.query('release')
  const which = { release: wanted?.slice(0, 200) }
  const [file] = await readFiles(c, 'file')
  if (file && file.size > MOST_FILE) throw new Invalid([{ field: 'file', sentence: 'This file is larger than 10 MB. Send the part that says what is wanted.' }])
  if (file) return readFile(c.var.ctx, slugOf(c), { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, which)
  const text = one(values['text'])
  if (text.trim() === '') throw new Invalid([{ field: 'text', sentence: 'Paste the words of the tender, or choose a file.' }])
  return readText(c.var.ctx, slugOf(c), { text }, which)
}

const one = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : value?.[0] ?? '')

async function pastePage(c: WebContext, form: FormState): Promise<Shown> {
  mustBeSignedIn(c)
  const { network } = await c.var.ctx.read((tx) => getMemberToWriteFor(tx, slugOf(c)))
  return {
    title: 'Paste a tender', width: 'reading',
    body: (
      <>
        <Heading above={<Above network={network} />} intro="We look for what needs to be done and split it into parts. You see every part before anything is written, and keep, change or drop it.">Paste a tender</Heading>
        <Form to={routes.briefReadings(network.slug)} id="tender" {...form} files seenBy="Only you and your colleagues">
          <Field name="text" type="textarea" label="Its words" rows={14} optional spellCheck={false} maxLength={MOST_TEXT} hint="From a mail, a document or a website, with its lists and tables as they are. About a hundred pages at most." />
          <FileField name="file" label="Or a file" accept=".json,.txt,application/json,text/plain" optional hint={FILES_TAKEN} />
          {c.req.query('release') && <Hidden name="release" value={c.req.query('release')?.slice(0, 200) ?? ''} />}
          <Actions sticky><Button busy="Reading it">Read it</Button><LinkButton href={routes.newBrief(network.slug)}>Write it by hand</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}
