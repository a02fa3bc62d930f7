import { listClaims } from '../../answers/index.ts'
import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Empty, Field, Form, Heading, LinkButton, SeenBy, Select } from '../../ui/index.ts'
import { sayFree } from '../say-free.ts'
import { getOursToKeep } from '../who-may.ts'
import { AboveCover } from './parts.tsx'

/** Busy and free, said lightly: it stands beside what one can do, where benches and searches read it. */
export function freePages(pages: Pages): void {
  formPage(pages, routes.coverFree, {
    show: (c, form) => freePage(c, form),
    send: async (c, values) => {
      const count = await sayFree(c.var.ctx, values)
      return goTo(c, routes.cover, { says: count === 1 ? 'Said, beside that capability.' : `Said, beside ${count} capabilities.` })
    },
  })
}

async function freePage(c: WebContext, form: FormState): Promise<Shown> {
  const { us, claims } = await c.var.ctx.read(async (tx) => { const ours = await getOursToKeep(tx); return { us: ours, claims: await listClaims(tx, ours) } })
  return {
    title: 'When you are free', width: 'reading',
    body: (
      <>
        <Heading above={<AboveCover />} intro="Those who have you on their bench see it, and so does whoever looks for what you do and sees that you do it.">When are you free?</Heading>
        {claims.length === 0
          ? <Empty title="Say first what you can do" action={<LinkButton href={routes.newClaim(us)} variant="main">Add a capability</LinkButton>}>Busy and free belong to a capability.</Empty>
          : (
            <>
              <SeenBy>Whoever sees the capability</SeenBy>
              <Form to={routes.coverFree} id="free" {...form}>
                <Select name="claim" label="For" prompt="All that you can do" options={claims.map((one) => ({ value: one.id, label: one.title }))} optional />
                <Field name="from" type="date" label="Free from" width="short" optional />
                <Field name="until" type="date" label="Free until" width="short" optional />
                <Field name="says" label="How much" maxLength={160} optional hint="“Fridays, and school hours”" />
                <Actions sticky><Button>Say so</Button><LinkButton href={routes.cover}>Go back</LinkButton></Actions>
              </Form>
            </>
          )}
      </>
    ),
  }
}
