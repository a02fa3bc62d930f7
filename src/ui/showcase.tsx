import type { ReactNode } from 'react'
import { ButtonsShown, ColoursShown, TypeShown } from './showcase/basics.tsx'
import { FormsShown } from './showcase/forms.tsx'
import { ListsShown, TablesShown } from './showcase/lists.tsx'
import { LinksShown, NewsShown, NoticesShown, StatesShown } from './showcase/news.tsx'
import { Chips, ExampleBanner, Heading, Page, Shell, Toast, type Assets, type Paper, type Theme } from './index.ts'

export type ShowcaseProps = { assets: Assets; nonce?: string; theme?: Theme; paper: Paper; /** The address this page is shown at. */ at?: string }

/** Every part in every state on one page, at /ui in development. It is also what the tests of the look read. */
export function Showcase({ assets, nonce, theme, paper, at = '/ui' }: ShowcaseProps) {
  return (
    <Page title="Parts" description="Every part of the shared look, in every state." assets={assets} nonce={nonce} theme={theme}>
      <Shell
        places={[
          { label: 'Home', href: '/', icon: 'home', waiting: 3 },
          { label: 'Find', href: '/find', icon: 'find' },
          { label: 'Refer', href: '/refer', icon: 'refer', waiting: 2 },
          { label: 'Together', href: '/together', icon: 'together' },
          { label: 'My page', href: at, icon: 'page', current: true },
          { label: 'Network', href: '/network', icon: 'network' },
        ]}
        switcher={{
          label: 'Salisbury Makers', detail: 'for The Wild Bouquet', to: '/acting-for',
          choices: [
            { value: 'makers', label: 'Salisbury Makers', detail: 'for The Wild Bouquet', current: true },
            { value: 'advent', label: 'Association of Independent Garden Designers and Growers of Wessex', detail: 'for The Wild Bouquet' },
          ],
          links: [{ label: 'Start another network', href: '/networks/new' }],
        }}
        account={{ name: 'Priya Menon', detail: 'priya@wildbouquet.example', links: [{ label: 'Your account', href: '/account' }, { label: 'The Wild Bouquet', href: '/organisation' }], theme: { to: '/account/theme', chosen: theme }, signOutTo: '/sign-out' }}
        search={{ to: '/search', json: '/search.json' }}
        helpHref="/help"
        banner={<ExampleBanner leaveHref="/welcome" />}
        toasts={<Toast undo={{ to: '/teams/a/seats', about: 'the removal of Moorside' }}>Moorside removed from Team A. Titanium now rests on a claim.</Toast>}
        paper={paper}
      >
        <Heading above="For everyone who builds pages" intro="Every part of the shared look, in every state. Each is given all it shows." actions={<Themes at={at} theme={theme} />}>Parts</Heading>
        <TypeShown />
        <ColoursShown />
        <ButtonsShown />
        <FormsShown />
        <NoticesShown />
        <StatesShown />
        <ListsShown />
        <TablesShown />
        <LinksShown now={paper.now} />
        <NewsShown at={at} />
      </Shell>
    </Page>
  )
}

function Themes({ at, theme }: { at: string; theme?: Theme }): ReactNode {
  return (
    <Chips label="Light or dark" chips={[
      { label: 'As the system', href: at, on: !theme },
      { label: 'Light', href: `${at}?theme=light`, on: theme === 'light' },
      { label: 'Dark', href: `${at}?theme=dark`, on: theme === 'dark' },
    ]} />
  )
}
