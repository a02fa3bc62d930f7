import { routes } from '../../routes.ts'

/** How feed readers find what belongs to a page. React moves these into the head. A network that is not shown to anyone has no feed. */
export function FeedLinks({ network: { slug, name, listed } }: { network: { readonly slug: string; readonly name: string; readonly listed: string } }) {
  if (listed !== 'anyone') return null
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title={`Open briefs in ${name}`} href={routes.briefsFeed(slug)} />
      <link rel="alternate" type="text/calendar" title={`Days to answer by in ${name}`} href={routes.briefsCalendar(slug)} />
    </>
  )
}
