import { STRENGTH_WORDS } from '../../claim.ts'
import type { ProofLevel } from '../../proof.ts'
import type { FaceClaim } from '../../public-face.ts'
import { State, type StateShape, type StateTone } from '../../../ui/index.ts'
import { proofInWords } from '../page-words.ts'

const LOOK: Readonly<Record<ProofLevel, { shape: StateShape; tone: StateTone }>> = {
  proven: { shape: 'full', tone: 'good' }, old_proof: { shape: 'half', tone: 'plain' }, claimed: { shape: 'ring', tone: 'plain' },
}

/** How well a claim is proven, as a word and a shape. */
export function ProofState({ claim }: { claim: Pick<FaceClaim, 'level' | 'proofs'> }) {
  return <State {...LOOK[claim.level]}>{proofInWords(claim)}</State>
}

const SHOWN = 12

/** What they claim, each with what stands behind it. The first twelve; the rest one tap away. */
export function Claims({ claims }: { claims: readonly FaceClaim[] }) {
  if (claims.length === 0) return null
  return (
    <>
      <ul className="face-claims" role="list">{claims.slice(0, SHOWN).map((claim) => <ClaimLine key={claim.id} claim={claim} />)}</ul>
      {claims.length > SHOWN && <details><summary>{claims.length - SHOWN} more</summary><ul className="face-claims" role="list">{claims.slice(SHOWN).map((claim) => <ClaimLine key={claim.id} claim={claim} />)}</ul></details>}
    </>
  )
}

function ClaimLine({ claim }: { claim: FaceClaim }) {
  return (
    <li>
      <h3>{claim.title}{claim.says && <span className="face-says"> ({claim.says})</span>}</h3>
      <p className="face-behind">
        {claim.strength === 'only_us' && <span>{STRENGTH_WORDS.only_us}</span>}
        <ProofState claim={claim} />
        {claim.capacity?.says && <span>{claim.capacity.says}</span>}
      </p>
    </li>
  )
}

/** What they can do besides, in one line. */
export function AlsoDoes({ claims, says = 'We also do' }: { claims: readonly FaceClaim[]; says?: string }) {
  if (claims.length === 0) return null
  return <p className="face-also"><strong>{says} </strong>{claims.map((claim) => `${claim.title}${claim.level === 'proven' ? ' (proven)' : ''}`).join(' · ')}</p>
}
