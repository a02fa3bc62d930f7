import { KIND_WORDS } from '../../../organisations/index.ts'
import { routes } from '../../../routes.ts'
import { Card } from '../../../ui/index.ts'
import type { Claim } from '../../claim.ts'
import { ProofState } from '../../public/pages/claims.tsx'
import { headlineOf } from '../../public/page-words.ts'
import type { Found } from '../directory-store.ts'
import type { Directory } from '../read-directory.ts'

/** Those found, by name: who they are, what only they can do, and what they claim with what stands behind it. */
export function FoundList({ directory: { found, claims, addresses } }: { directory: Directory }) {
  return <ul className="found-list" role="list">{found.map((one) => <li key={one.organisation}><FoundCard found={one} claims={claims.get(one.organisation) ?? []} slug={addresses.get(one.organisation)} /></li>)}</ul>
}

function FoundCard({ found, claims, slug }: { found: Found; claims: readonly Claim[]; slug: string | undefined }) {
  const { name, kind, line, town, district } = found
  const where = [kind && kind !== 'other' && KIND_WORDS[kind], [town, district].filter(Boolean).join(' ')].filter(Boolean).join(' · ')
  const { lead } = headlineOf(found.only)
  return (
    <Card title={name} href={slug ? routes.publicPage(slug) : kind ? routes.organisation(found.organisation) : undefined} level={2}>
      <div className="found-card">
        {line && <p>{line}</p>}
        <p className="fine">{where || 'Keeps its page to itself'}</p>
        {lead && <p className="found-only">“{lead}”</p>}
        {claims.length > 0 && (
          <ul className="found-claims" role="list">
            {claims.map((claim) => <li key={claim.id}><span>{claim.title}</span> <ProofState claim={{ level: claim.level, proofs: claim.proofs.filter((proof) => proof.standsAt).map((proof) => proof.behind) }} /></li>)}
          </ul>
        )}
      </div>
    </Card>
  )
}
