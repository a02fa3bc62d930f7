import type { Shown } from '../../../kit/web/env.ts'
import type { FormState } from '../../../kit/web/form.ts'
import { routes } from '../../../routes.ts'
import { Actions, Button, Choice, Field, Form, Gap, Group, Heading, Hidden, LinkButton, Note, PostButton, Steps } from '../../../ui/index.ts'
import { saysWhatIsIn } from '../brought.ts'
import type { OneRegister } from '../read-registers.ts'
import { Came, Under } from './came.tsx'
import { InIt } from './in-it.tsx'
import { NEW } from './new.ts'

const WAY = ['The files', 'A look', 'Coming in', 'In'] as const
const AT = { looking: 0, refused: 0, looked: 1, 'coming-in': 2, 'broken-off': 2, in: 4 } as const

/** One register, from the first look to what came of it. */
export function onePage(one: OneRegister, form: FormState): Shown {
  const { brought, is } = one
  return {
    title: brought.title, width: 'work',
    body: (
      <>
        <Heading above={<a href={routes.registers}>Bring in a register</a>}>{brought.title}</Heading>
        <Way at={AT[is]} />
        {(is === 'looking' || is === 'coming-in') && <Under one={one} />}
        {is === 'refused' && <Gap word="It cannot be read">{brought.refused ?? one.work?.said ?? 'Looking at it did not end well. Nothing has been changed.'}</Gap>}
        {is === 'broken-off' && <Note word="Not all in">{one.work?.said ?? saysWhatIsIn(brought.steps)}</Note>}
        {brought.steps.length > 0 && <Came one={one} />}
        {brought.found && is !== 'in' && <InIt found={brought.found} />}
        {is === 'looked' && <Go one={one} form={form} />}
        {is !== 'looked' && <What one={one} form={form} />}
      </>
    ),
  }
}

function Way({ at }: { at: number }) {
  return <Steps label="Bringing in a register" steps={WAY} current={at} />
}

/** Into which network, and go. */
function Go({ one: { brought, organised }, form }: { one: OneRegister; form: FormState }) {
  const { found } = brought
  const choices = organised.map(({ slug, name }) => ({ value: slug, label: name }))
  return (
    <Form to={routes.registerIn(brought.id)} {...form} seenBy="Members of the network, once it is in">
      {found?.comeIn === 0 && <Note>None of its projects is finished, so only its organisations and fields would come in.</Note>}
      {choices.length > 0
        ? <Choice name="network" label="Where does it go?" value={NEW} options={[{ value: NEW, label: 'Into a new network' }, ...choices]} />
        : <Hidden name="network" value={NEW} />}
      <Group title="The new network" hint={choices.length > 0 ? 'Only where it goes into a new one.' : undefined}>
        <Field name="name" label="Its name" maxLength={100} optional={choices.length > 0} />
        <Field name="purpose" label="What it is for" maxLength={500} optional={choices.length > 0} />
      </Group>
      <Actions sticky>
        <Button busy="Setting it going">Bring it in</Button>
        <Button variant="danger" to={routes.registerDiscard(brought.id)}>Throw it away</Button>
      </Actions>
    </Form>
  )
}

function What({ one: { brought, is, network }, form }: { one: OneRegister; form: FormState }) {
  if (is === 'looking' || is === 'coming-in') return null
  return (
    <>
      {form.problems[''] && <Gap word="Not yet">{form.problems['']}</Gap>}
      <Actions>
        {is === 'broken-off' && <PostButton to={routes.registerIn(brought.id)} variant="main">Go on</PostButton>}
        {is === 'in' && network && <LinkButton href={routes.members(network.slug)} variant="main">See the members</LinkButton>}
        {is === 'in' && <LinkButton href={routes.registers}>Bring in another</LinkButton>}
        {is !== 'in' && <PostButton to={routes.registerDiscard(brought.id)} variant="danger">Throw it away</PostButton>}
      </Actions>
    </>
  )
}
