import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { goTo, readValues } from '../../kit/web/form.ts'
import { NotFound } from '../../kit/refusal.ts'
import { getNetwork, listCapabilities } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { Button, Empty, Form, Heading, Hidden, LinkButton, Row, Rows, Select } from '../../ui/index.ts'
import { adoptWords } from '../adopt-words.ts'
import { listFreeWords } from '../claim-store.ts'

/** For organisers: what members say in words of their own, to take into the vocabulary or to join with a word that is there. */
export function freeWordsPages(pages: Pages): void {
  pages.get(routes.freeWords(':slug'), async (c) => show(c, await list(c)))
  pages.post(routes.freeWords(':slug'), async (c) => {
    const slug = c.req.param('slug') ?? ''
    const adopted = await adoptWords(c.var.ctx, slug, await readValues(c))
    return goTo(c, routes.freeWords(slug), { says: adopted === 1 ? '1 claim now uses the network’s word.' : `${adopted} claims now use the network’s word.` })
  })
}

async function list(c: WebContext): Promise<Shown> {
  const { network, words, capabilities } = await c.var.ctx.read(async (tx) => {
    const found = await getNetwork(tx, c.req.param('slug') ?? '')
    if (!found.organises) throw new NotFound()
    return { network: found, words: await listFreeWords(tx, found.id), capabilities: await listCapabilities(tx, found.id) }
  })
  const options = capabilities.slice(0, 2000).map((one) => ({ value: one.id as string, label: one.title }))
  return {
    title: 'Members’ own words', width: 'work',
    body: (
      <>
        <Heading above={<a href={routes.network(network.slug)}>{network.name}</a>} intro="What members claim in words the network does not have yet. Take them in, or say which capability is meant: the claims follow." actions={<LinkButton href={routes.capabilities(network.slug)}>Capabilities</LinkButton>}>Members’ own words</Heading>
        {words.length === 0 && <Empty title="None waiting">When a member claims something in words of their own, it stands here.</Empty>}
        <Rows label="Members’ own words">
          {words.map((one) => (
            <Row key={one.words} title={one.words} level={2} detail={one.members === 1 ? '1 member' : `${one.members} members`} actions={
              <Form to={routes.freeWords(network.slug)} id={`adopt-${words.indexOf(one)}`} layout="line" label={`Adopt ${one.words}`}>
                <Hidden name="words" value={one.words} />
                <Select name="capability" label="Becomes" prompt="A capability of its own" width="medium" options={options} optional />
                <Button variant="quiet" small about={one.words}>Adopt</Button>
              </Form>
            } />
          ))}
        </Rows>
      </>
    ),
  }
}
