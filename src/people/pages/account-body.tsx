import type { FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Ago, Button, Care, Day, Field, Form, Good, Heading, LinkButton, PostButton, Row, Rows, Section, State } from '../../ui/index.ts'
import type { Passkey } from '../passkey-store.ts'
import type { Session } from '../session.ts'
import type { YourAccount } from '../your-account.ts'

export type AccountForms = { readonly name: FormState; readonly email: FormState; readonly password: FormState }
type Props = { account: YourAccount; forms: AccountForms; now: Date; passkeys: boolean }

/** Who you are here and every way you sign in, each in its own part. */
export function AccountBody({ account, forms, now, passkeys }: Props) {
  return (
    <>
      <Heading intro="Who you are here, and how you sign in. Only you see this page.">Your account</Heading>
      <Section title="Name">
        <Form id="name" to={routes.accountName} {...forms.name} seenBy="Those you share an organisation or a network with">
          <Field name="name" label="Your name" value={account.name} autoComplete="name" maxLength={100} />
          <Button variant="quiet">Save</Button>
        </Form>
      </Section>
      <Email account={account} form={forms.email} />
      <Password account={account} form={forms.password} />
      {passkeys && <Passkeys passkeys={account.passkeys} now={now} />}
      <Sessions sessions={account.sessions} now={now} />
      <Section title="More">
        <div className="actions">
          <LinkButton href={routes.tokens}>Tokens for programs</LinkButton>
          <LinkButton href={routes.closeAccount} variant="danger">Close my account</LinkButton>
        </div>
      </Section>
    </>
  )
}

function Email({ account, form }: { account: YourAccount; form: FormState }) {
  return (
    <Section title="E-mail address">
      {account.emailConfirmedAt
        ? <Good word="Confirmed">{account.email}</Good>
        : <Care actions={<PostButton to={routes.accountEmailProof}>Send me the link again</PostButton>}>{account.email} is not confirmed yet.</Care>}
      <Form id="email" to={routes.accountEmail} {...form} seenBy="Only you">
        <Field name="email" type="email" label="Another address" autoComplete="email" maxLength={254} spellCheck={false} hint="We write to both. The new one counts once you use the link sent to it." />
        <Button variant="quiet">Change my address</Button>
      </Form>
    </Section>
  )
}

function Password({ account, form }: { account: YourAccount; form: FormState }) {
  return (
    <Section title="Password" intro={account.hasPassword ? undefined : 'You have none, and need none while another way works.'}>
      <Form id="password" to={routes.accountPassword} {...form} formKey="" turbo={false}>
        {account.hasPassword && <Field name="current" type="password" label="Your password now" autoComplete="current-password" maxLength={200} />}
        <Field name="password" type="password" label="New password" autoComplete="new-password" maxLength={200} hint="10 characters or more. You will be signed out on your other devices." />
        <Button variant="quiet">Set this password</Button>
      </Form>
    </Section>
  )
}

function Passkeys({ passkeys, now }: { passkeys: readonly Passkey[]; now: Date }) {
  return (
    <Section title="Passkeys" count={passkeys.length} intro="Sign in with your finger, your face or your device’s PIN.">
      {passkeys.length > 0 && (
        <Rows label="Passkeys">
          {passkeys.map((key) => (
            <Row key={key.id} title={key.name} detail={<>Added <Day on={key.madeAt} />{key.usedAt && <>, last used <Ago since={key.usedAt} now={now} /></>}</>}
              actions={<PostButton small to={routes.passkeyRemoval(key.id)} about={key.name}>Remove</PostButton>} />
          ))}
        </Rows>
      )}
      <PostButton to={routes.accountPasskeys} formKey="" turbo={false}>Add a passkey</PostButton>
    </Section>
  )
}

function Sessions({ sessions, now }: { sessions: readonly Session[]; now: Date }) {
  return (
    <Section title="Where you are signed in" count={sessions.length} actions={<PostButton to={routes.signOutEverywhere} turbo={false}>Sign out everywhere</PostButton>}>
      <Rows label="Devices">
        {sessions.map((session) => (
          <Row key={session.id} title={session.device} detail={<>Last seen <Ago since={session.seenAt} now={now} /> from {session.address || 'an unknown address'}</>}
            aside={session.isThisOne ? <State tone="good">This one</State> : undefined}
            actions={session.isThisOne ? undefined : <PostButton small to={routes.sessionEnd(session.id)} about={session.device}>Sign out</PostButton>} />
        ))}
      </Rows>
    </Section>
  )
}
