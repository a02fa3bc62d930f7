import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, readValues, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Day, Form, Good, Heading, LinkButton } from '../../ui/index.ts'
import { chooseRhythm, readHabit, readStop, stopByLink } from '../letter/choose-rhythm.ts'
import { RHYTHMS, RHYTHM_WORDS } from '../letter/letter.ts'

/** How often the letter comes; and the page behind the link in each letter, where one press stops it. */
export function lettersPages(pages: Pages): void {
  formPage(pages, routes.letters, {
    show: habitPage,
    send: async (c, values) => {
      await chooseRhythm(c.var.ctx, values)
      return goTo(c, routes.letters, { says: 'Kept.' })
    },
  })
  pages.get(routes.letterStop(':token'), async (c) => show(c, await stopPage(c)))
  pages.post(routes.letterStop(':token'), async (c) => {
    const { rhythm } = await readValues(c)
    const { organisation } = await readStop(c.var.ctx, tokenOf(c))
    const monthly = rhythm === 'monthly'
    await stopByLink(c.var.ctx, tokenOf(c), monthly ? 'monthly' : 'never')
    return show(c, { title: 'Letters', frame: 'plain', width: 'reading', status: 201, body: (
      <>
        <Heading>{monthly ? 'Once a month from now on' : 'Stopped'}</Heading>
        <Good>{monthly ? `The letter of ${organisation} comes on the first Monday of a month, when there is something.` : `You get no more letters of ${organisation}. What waits for you stands on Home; a question that somebody asks you still comes by itself.`}</Good>
      </>
    ) })
  })
}

async function habitPage(c: WebContext, form: FormState): Promise<Shown> {
  const { organisation, rhythm, writtenAt } = await readHabit(c.var.ctx)
  return { title: 'Letters', width: 'reading', body: (
    <>
      <Heading intro={`What waits for ${organisation}, what happened, and one worth a look: in one letter, only when there is something, and never the same twice.`}>Your letter</Heading>
      <Form to={routes.letters} id="letter" {...form} seenBy="Only you">
        <Choice name="rhythm" label="How often" value={rhythm} options={RHYTHMS.map((value) => ({ value, ...RHYTHM_WORDS[value] }))} />
        <Actions><Button>Keep this</Button><LinkButton href={routes.home}>Go to Home</LinkButton></Actions>
      </Form>
      {writtenAt && <p className="fine">The last one went out on <Day on={writtenAt} />.</p>}
    </>
  ) }
}

async function stopPage(c: WebContext): Promise<Shown> {
  const { organisation } = await readStop(c.var.ctx, tokenOf(c))
  return { title: 'Stop these letters', frame: 'plain', width: 'reading', body: (
    <>
      <Heading intro={`The letter of ${organisation} to you.`}>Stop these letters?</Heading>
      <Form to={routes.letterStop(tokenOf(c))} id="stop" seenBy="Only you">
        <Actions><Button name="rhythm" value="never">Stop them</Button><Button name="rhythm" value="monthly" variant="quiet">Once a month is enough</Button></Actions>
      </Form>
    </>
  ) }
}

const tokenOf = (c: WebContext): string => c.req.param('token') ?? ''
