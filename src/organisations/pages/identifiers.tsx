import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, readValues, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Empty, Field, Form, Heading, LinkButton, PostButton, Row, Rows, Section, Select } from '../../ui/index.ts'
import { SCHEMES, SCHEME_CODES, schemeOf } from '../identifier.ts'
import { getOrganisationToKeep } from '../keep.ts'
import { addIdentifier, removeIdentifier } from '../keep-identifiers.ts'
import { mayEdit } from '../who-may.ts'
import { idFrom } from './param.ts'

export function identifierPages(pages: Pages): void {
  formPage(pages, routes.organisationIdentifiers(':id'), {
    show: (c, form) => page(c, form),
    send: async (c, values) => {
      const id = idFrom<'organisation'>(c, 'id')
      await addIdentifier(c.var.ctx, id, values)
      return goTo(c, routes.organisationIdentifiers(id), { says: 'Added.' })
    },
  })
  pages.post(routes.identifierRemoval(':id'), async (c) => {
    const id = idFrom<'organisation'>(c, 'id')
    const { scheme, value } = await readValues(c)
    await removeIdentifier(c.var.ctx, id, { scheme: String(scheme ?? ''), value: String(value ?? '') })
    return goTo(c, routes.organisationIdentifiers(id), { says: 'Taken away.' })
  })
}

async function page(c: WebContext, form: FormState): Promise<Shown> {
  const { id, name, identifiers } = await c.var.ctx.read((tx) => getOrganisationToKeep(tx, idFrom(c, 'id'), mayEdit))
  return {
    title: 'Register numbers', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.organisation(id)}>{name}</a>} intro="Numbers in public registers let others see that you are who you say.">Register numbers</Heading>
        {identifiers.length === 0 ? <Empty title="None yet" example="Company number 01234567" /> : (
          <Rows label="Register numbers">
            {identifiers.map((one) => <Row key={one.scheme + one.value} title={one.value} detail={schemeOf(one.scheme)?.name ?? one.scheme}
              actions={<PostButton to={routes.identifierRemoval(id)} fields={{ scheme: one.scheme, value: one.value }} small about={one.value}>Take away</PostButton>} />)}
          </Rows>
        )}
        <Section title="Add one">
          <Form to={routes.organisationIdentifiers(id)} {...form} seenBy="Everyone who sees your page">
            <Select name="scheme" label="Register" prompt="Choose one" width="medium" options={SCHEME_CODES.map((code) => ({ value: code, label: `${SCHEMES[code].name} (${SCHEMES[code].hint})` }))} />
            <Field name="value" label="Number" width="medium" maxLength={40} hint="Spaces and small letters are fine." spellCheck={false} />
            <Actions><Button>Add it</Button><LinkButton href={routes.organisation(id)}>Go back</LinkButton></Actions>
          </Form>
        </Section>
      </>
    ),
  }
}
