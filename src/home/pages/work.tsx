import { isId } from '../../kit/ids.ts'
import { cancelWork, listWork } from '../../kit/jobs/work.ts'
import { NotFound, SignInFirst } from '../../kit/refusal.ts'
import { show, type Pages } from '../../kit/web/env.ts'
import { goTo } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Empty, Heading, JobCard } from '../../ui/index.ts'
import { jobOf } from '../job-of.ts'

/** The work people set going: a list, one at a time, and Cancel. */
export function workPages(pages: Pages): void {
  pages.get(routes.work, async (c) => {
    if (!c.var.ctx.actor.person) throw new SignInFirst()
    const work = await listWork(c.var.ctx)
    return show(c, { title: 'Work under way', body: (
      <>
        <Heading intro="Long work goes on here while you do something else.">Work under way</Heading>
        {work.length === 0 ? <Empty title="No long work yet.">An import or an export shows here with how far it has come.</Empty> : work.map((one) => <JobCard key={one.id} job={jobOf(one)} />)}
      </>
    ) })
  })
  pages.get(`${routes.work}/:id`, async (c) => {
    if (!c.var.ctx.actor.person) throw new SignInFirst()
    const found = (await listWork(c.var.ctx, 200)).find((one) => one.id === c.req.param('id'))
    if (!found) throw new NotFound()
    return show(c, { title: found.title, body: <><Heading above={<a href={routes.work}>Work under way</a>}>{found.title}</Heading><JobCard job={jobOf(found)} /></> })
  })
  pages.post(`${routes.work}/:id/cancellation`, async (c) => {
    const id = c.req.param('id')
    if (!c.var.ctx.actor.person) throw new SignInFirst()
    if (!isId<'work'>(id) || !(await cancelWork(c.var.ctx, id))) throw new NotFound()
    return goTo(c, routes.work, { says: 'It will stop at its next step.' })
  })
}
