import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { goTo } from '../../kit/web/form.ts'
import { getOrganisationToKeep } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Card, Empty, Heading, LinkButton, Moment, PostButton } from '../../ui/index.ts'
import { listAnswers, listVersions } from '../answer-store.ts'
import { QUESTION_WORDS } from '../answer.ts'
import { restoreVersion } from '../save-answer.ts'
import { mayAnswerFor } from '../who-may.ts'
import { About } from './my-page.tsx'
import { idFrom, questionFrom } from './param.ts'

/** What an answer said before, each to be put back. */
export function versionPages(pages: Pages): void {
  pages.get(routes.answerVersions(':id', ':question'), async (c) => show(c, await list(c)))
  pages.post(routes.versionReturn(':id', ':question', ':version'), async (c) => {
    const [id, question] = [idFrom<'organisation'>(c, 'id'), questionFrom(c)]
    await restoreVersion(c.var.ctx, id, question, idFrom(c, 'version'))
    return goTo(c, routes.answer(id, question), { says: 'Put back. What stood there is now an earlier version.' })
  })
}

async function list(c: WebContext): Promise<Shown> {
  const [id, question] = [idFrom<'organisation'>(c, 'id'), questionFrom(c)]
  const { organisation, versions, answer } = await c.var.ctx.read(async (tx) => ({
    organisation: await getOrganisationToKeep(tx, id, mayAnswerFor), versions: await listVersions(tx, id, question), answer: (await listAnswers(tx, id)).find((one) => one.question === question),
  }))
  const back = routes.answer(id, question)
  return {
    title: 'Earlier versions', width: 'reading',
    body: (
      <>
        <Heading above={<About id={id} name={organisation.name} />} intro={QUESTION_WORDS[question].whole} actions={<LinkButton href={back}>Go back</LinkButton>}>Earlier versions</Heading>
        {answer && <Card title="As it stands now" level={2} above={<>Saved <Moment at={answer.savedAt} /></>}><p>{answer.words}</p></Card>}
        {versions.length === 0 && <Empty title="No earlier version yet">What stands there when you sit down to change an answer is kept here.</Empty>}
        {versions.map((one) => (
          <Card key={one.id} level={2} title={<>Written <Moment at={one.savedAt} /></>} above={one.savedBy && `by ${one.savedBy}`} actions={<PostButton to={routes.versionReturn(id, question, one.id)}>Put this back</PostButton>}>
            <p>{one.words}</p>
          </Card>
        ))}
      </>
    ),
  }
}
