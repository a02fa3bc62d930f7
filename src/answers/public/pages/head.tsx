import type { PublicFace } from '../../public-face.ts'
import { asScriptText, jsonLdOf } from '../json-ld.ts'
import { descriptionOf } from '../page-words.ts'

/** What other programs read of a public page: one address for it, how it looks when shared, and what it is. React moves all but the last into the head. */
export function PageHead({ face, url }: { face: PublicFace; url: string }) {
  const { name } = face.organisation
  const description = descriptionOf(face)
  return (
    <>
      <link rel="canonical" href={url} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={name} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content="Guildhall" />
      <meta property="og:locale" content="en_GB" />
      <meta name="twitter:card" content="summary" />
      <meta name="twitter:title" content={name} />
      <meta name="twitter:description" content={description} />
      {/* A block of data, not a script: nothing runs, so the policy against scripts has nothing to say to it. */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: asScriptText(jsonLdOf(face, url)) }} />
    </>
  )
}
