import { isId } from '../../../kit/ids.ts'
import { NotFound } from '../../../kit/refusal.ts'
import { show, type Pages, type Shown, type WebContext } from '../../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../../kit/web/form.ts'
import { isHost, mustHaveProvedRecently } from '../../../people/index.ts'
import { routes } from '../../../routes.ts'
import { Ago, Button, Choice, CopyLink, Day, Empty, Field, Form, Heading, LinkButton, PostButton, Row, Rows, Section, State, Ticks } from '../../../ui/index.ts'
import { listTokens, makeToken, withdrawToken } from '../make-token.ts'
import { isInUse, scopeInWords, SCOPES, type Token } from '../token.ts'

export function tokensPages(pages: Pages): void {
  formPage(pages, routes.tokens, {
    async show(c, form) {
      const { ctx } = c.var
      const { person } = mustHaveProvedRecently(ctx)
      return tokensPage(await listTokens(ctx), form, ctx.now, await ctx.read((tx) => isHost(tx, person)))
    },
    async send(c, values) {
      const { token, text } = await makeToken(c.var.ctx, values)
      return show(c, { ...madePage(token, text), status: 201 })
    },
  })
  pages.post(routes.tokenWithdrawal(':id'), async (c) => {
    await withdrawToken(c.var.ctx, tokenId(c))
    return goTo(c, routes.tokens, { says: 'That token no longer works.' })
  })
}

function tokenId(c: WebContext) {
  const id = c.req.param('id')
  if (!isId<'token'>(id)) throw new NotFound()
  return id
}

function tokensPage(tokens: readonly Token[], form: FormState, now: Date, hosts: boolean): Shown {
  return {
    title: 'Tokens for programs', width: 'reading',
    body: (
      <>
        <Heading intro="A token lets a program of yours use Guildhall as you, within what you allow. Only you see this page." actions={<LinkButton href={routes.confirmations}>Prepared for you</LinkButton>}>Tokens for programs</Heading>
        <Section title="Your tokens" count={tokens.length}>
          {tokens.length === 0
            ? <Empty title="No tokens yet">Make one when a program, such as your website or a spreadsheet, should read or write here for you.</Empty>
            : <Rows label="Tokens">{tokens.map((token) => <TokenRow key={token.id} token={token} now={now} />)}</Rows>}
        </Section>
        <Section title="Make a token">
          <Form to={routes.tokens} {...form} turbo={false} seenBy="Only you">
            <Field name="name" label="What it is for" maxLength={60} hint="So that you know it from others: “Our website”." />
            <Ticks name="scopes" label="What it may do" options={SCOPES.filter((scope) => hosts || scope !== 'upkeep').map((scope) => ({ value: scope, label: scopeInWords[scope] }))} value={['read']} />
            <Choice name="lasts" label="How long it lasts" value="quarter" layout="line" options={[{ value: 'month', label: '30 days' }, { value: 'quarter', label: '90 days' }, { value: 'year', label: 'One year' }]} />
            <Button busy="One moment">Make a token</Button>
          </Form>
        </Section>
      </>
    ),
  }
}

function TokenRow({ token, now }: { token: Token; now: Date }) {
  const works = isInUse(token, now)
  const state = works ? <State tone="good">Works until <Day on={token.endsAt} /></State> : <State shape="ring">{token.withdrawnAt ? 'Withdrawn' : 'Run out'}</State>
  return (
    <Row title={token.name} aside={state}
      detail={<>{token.scopes.map((scope) => scopeInWords[scope]).join(', ')}. Made <Day on={token.madeAt} />, {token.usedAt ? <>last used <Ago since={token.usedAt} now={now} /></> : 'never used'}.</>}
      actions={works ? <PostButton small to={routes.tokenWithdrawal(token.id)} about={token.name}>Withdraw</PostButton> : undefined} />
  )
}

function madePage(token: Token, text: string): Shown {
  return {
    title: 'Your new token', width: 'reading',
    body: (
      <>
        <Heading intro={`For ${token.name}. Copy it now: it is shown this once, and we keep no copy.`}>Your new token</Heading>
        <CopyLink link={text} label="The token" hint="Your program sends it as: Authorization: Bearer, a space, and this." qr={false} id="token" />
        <LinkButton href={routes.tokens}>I have copied it</LinkButton>
      </>
    ),
  }
}
