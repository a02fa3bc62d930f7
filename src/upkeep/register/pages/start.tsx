import type { Shown } from '../../../kit/web/env.ts'
import type { FormState } from '../../../kit/web/form.ts'
import { routes } from '../../../routes.ts'
import { Actions, Ago, Button, Empty, Field, FileField, Form, Heading, LinkButton, Row, Rows, Section, Select, State } from '../../../ui/index.ts'
import { readRegisters, type Standings } from '../read-registers.ts'

/** Where the register is, and those looked at before. */
export function startPage({ folders, registers }: Awaited<ReturnType<typeof readRegisters>>, form: FormState, now: Date): Shown {
  return {
    title: 'Bring in a register', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.health}>Health</a>} intro="A public list of joint projects and who took part in them becomes a network: its organisations as members, its finished projects as jobs and proof. You see what is in it before anything comes in.">Bring in a register</Heading>
        <Form to={routes.registers} {...form} files seenBy="Only you, until it comes in">
          {folders.length > 0
            ? <Select name="folder" label="A folder on this machine" optional prompt="None of these" options={folders.map((name) => ({ value: name, label: name }))} hint="The folders that REGISTERS_DIR opens for this." />
            : <p className="fine">To read folders of this machine, name the one that holds them in the setting <a href={routes.settings}>REGISTERS_DIR</a>. Without it, hand the files in.</p>}
          <FileField name="files" label={folders.length > 0 ? 'Or hand its four files in' : 'Its four files'} accept=".csv,.gz" multiple optional hint="projects, organisations, participations and euroscivoc, each as .csv or .csv.gz; 10 MB together at most." />
          <Field name="projects" label="Only the first projects" type="number" inputMode="numeric" min={1} width="short" optional hint="A number, to try it with a few. Empty takes all that are finished." />
          <Actions sticky><Button busy="Reading it">Look at it</Button><LinkButton href={routes.health}>Go back</LinkButton></Actions>
        </Form>
        <Section title="Looked at before">
          {registers.length === 0 ? <Empty title="None yet">What you look at is listed here for 30 days.</Empty> : <Rows label="Looked at before">{registers.map((one) => <RegisterRow key={one.brought.id} {...one} now={now} />)}</Rows>}
        </Section>
      </>
    ),
  }
}

const WORDS = {
  looking: <State shape="half">Being read</State>, refused: <State tone="gap" shape="square">Cannot be read</State>, looked: <State shape="ring">Looked at</State>,
  'coming-in': <State shape="half">Coming in</State>, 'broken-off': <State tone="care" shape="care">Broken off</State>, in: <State tone="good" shape="full">In</State>,
}

function RegisterRow({ brought, is, now }: Standings & { now: Date }) {
  const { found } = brought
  return (
    <Row title={brought.title} href={routes.register(brought.id)} aside={WORDS[is]}
      detail={<>{found && `${found.comeIn.toLocaleString('en-GB')} projects, ${found.membersToBe.toLocaleString('en-GB')} organisations. `}<Ago since={brought.madeAt} now={now} /></>} />
  )
}
