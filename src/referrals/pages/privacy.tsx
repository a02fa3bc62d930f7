import { NotAllowed } from '../../kit/refusal.ts'
import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Day, Field, Form, Heading, LinkButton, SeenBy } from '../../ui/index.ts'
import { actingForSeen } from '../answer-referral.ts'
import { eraseForThem } from '../erase-person.ts'
import { readPrivacyNote, sendPrivacyNote } from '../privacy-note.ts'
import { getReferral } from '../store.ts'
import { called } from './parts.tsx'
import { idFrom } from './param.ts'

/** What one owes the person: the note on what one holds, and being erased when they ask. */
export function privacyPages(pages: Pages): void {
  formPage(pages, routes.referralPrivacyNote(':id'), {
    show: note,
    send: async (c) => {
      await sendPrivacyNote(c.var.ctx, idFrom(c, 'id'))
      return goTo(c, routes.referral(idFrom(c, 'id')), { says: 'Sent.' })
    },
  })
  formPage(pages, routes.referralErasure(':id'), {
    show: erasing,
    send: async (c) => {
      const { reference } = await eraseForThem(c.var.ctx, idFrom(c, 'id'))
      return goTo(c, routes.referrals, { says: `Erased, and all who had them are told. Reference ${reference}.` })
    },
  })
}

async function note(c: WebContext, form: FormState): Promise<Shown> {
  const { referral, lines, link, email, sentAt } = await readPrivacyNote(c.var.ctx, idFrom(c, 'id'))
  const text = [...lines, `See, correct or erase your details: ${link}`].join('\n\n')
  return {
    title: 'The note you owe them', width: 'reading',
    body: (
      <>
        <Heading intro="Whoever gets somebody’s details from another must tell them (UK GDPR, Article 14). Copy it into your first message, or let us send it.">The note you owe them</Heading>
        {sentAt && <p>Sent on <Day on={sentAt} />.</p>}
        <Form to={routes.referralPrivacyNote(referral.id)} id="note" {...form} values={{ text }} seenBy={`You and ${called(referral)}`}>
          <Field name="_text" type="textarea" rows={18} label="The note" value={text} optional />
          <Actions sticky>{email && <Button>{`Send it to ${email}`}</Button>}<LinkButton href={routes.referral(referral.id)}>Go back</LinkButton></Actions>
        </Form>
        {!email && <p className="quiet-text">We have no e-mail address for them: copy it, and send it your own way.</p>}
      </>
    ),
  }
}

async function erasing(c: WebContext, form: FormState): Promise<Shown> {
  const id = idFrom<'referral'>(c, 'id')
  const referral = await c.var.ctx.read(async (tx) => {
    await actingForSeen(tx, id)
    const found = await getReferral(tx, id)
    if (!found.reach) throw new NotAllowed('You do not hold their details.', 'Whoever passed them on can erase them, and so can they by their own link.')
    return found
  })
  return {
    title: 'Erase them', width: 'reading',
    body: (
      <>
        <Heading intro="They asked you to be forgotten. This cannot be undone.">{`Erase ${called(referral)}?`}</Heading>
        <p>Everything of theirs goes from here at once, for everyone who received it: name, how to reach them, what they need, questions and answers, and our letters. All of them are told, and asked to delete their own copies.</p>
        <p>What stays: that somebody was passed on, when, and what came of it; and a reference that proves it was done.</p>
        <Form to={routes.referralErasure(id)} id="erase" {...form}>
          <Actions sticky><Button variant="danger">Erase them</Button><LinkButton href={routes.referral(id)}>Go back</LinkButton></Actions>
        </Form>
        <SeenBy>All who received their details are told, without their name</SeenBy>
      </>
    ),
  }
}
