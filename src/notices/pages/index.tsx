import { isId } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import type { Pages } from '../../kit/web/env.ts'
import { goTo } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { putNoticeAway } from '../put-away.ts'

/** Notices are shown on Home; here they are put away. */
export function noticesPages(pages: Pages): void {
  pages.post(routes.noticeAway(':id'), async (c) => {
    const id = c.req.param('id') ?? ''
    if (!isId<'notice'>(id)) throw new NotFound()
    await putNoticeAway(c.var.ctx, id)
    return goTo(c, routes.home)
  })
}
