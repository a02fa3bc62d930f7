/** The door of answers: what other rooms may use. */
import './remind-to-confirm.ts'
import './when.ts'

export { QUESTIONS, QUESTION_WORDS, type Answer, type Question } from './answer.ts'
export { STRENGTHS, STRENGTH_WORDS, wantsProof, type Behind, type Capacity, type Claim, type Proof, type Strength } from './claim.ts'
export { LEVEL_OF_PROOF, PROOF_LEVELS, dayOf, levelOf, standingOf, type Evidence, type ProofLevel, type Standing } from './proof.ts'
export { BAND_WORDS, VALUE_BANDS, type Job, type ValueBand } from './job.ts'
export { BASES, BASIS_WORDS, type Basis, type Recommendation } from './recommendation.ts'


// What the asker may see, and the first wall for rooms below that read these tables many at a time.
export { inSightOnPage } from './scope.ts'
export { readPublicFace, type FaceCertificate, type FaceClaim, type FaceFigure, type FaceJob, type FaceRecommendation, type PublicFace } from './public-face.ts'
export { listAnswers } from './answer-store.ts'
export { getClaim, listClaims, listFreeWords, type FreeWords } from './claim-store.ts'
export { countClaimsIn, listClaimsIn, type CapabilityCount, type ClaimFilters, type MemberClaims } from './directory-store.ts'
export { listJobs, listJobsById } from './job-store.ts'
export { listRecommendations } from './recommendation-store.ts'
export { listCertificates, listFigures, type Certificate, type Figure } from './paper-store.ts'

// What they may do, for pages, the API and imports.
export { answerInput, restoreVersion, saveAnswer, writeAnswer } from './save-answer.ts'
export { claimInput } from './claim-input.ts'
export { addClaim, changeClaim, confirmClaims, removeClaim } from './keep-claims.ts'
export { jobInput, noteJob, type Noted } from './note-job.ts'
export { askRecommendation, recommendationInput } from './recommend.ts'
export { giveRecommendation } from './give-recommendation.ts'
export { addCertificate, addFigure, certificateInput, figureInput, readCertificateFile } from './add-paper.ts'
export { makeStatement } from './public/index.ts'
export { removeProof } from './remove-proof.ts'
export { adoptWords } from './adopt-words.ts'
export { AlreadyClaimedHere, NotShownToYou, TooManyClaims } from './errors.ts'
export { optionalEmail, pastDay } from './proof-fields.ts'
export { mustSpeakFor } from './confirm-job.ts'

// As the house, past asking who may: many rows at once, for imports and the example town.
export { putAnswer } from './answer-store.ts'
export { saveClaims, type NewClaim } from './claim-store.ts'
export { saveJobs, saveWitness, type NewJob } from './job-store.ts'
export { correctJob, removeJob, takeProofAway } from './correct-job.ts'
export { hearCustomer, proveByJob, settlePart } from './prove-by-job.ts'
export { saveRecommendations, type NewRecommendation } from './recommendation-store.ts'
export { saveCertificates, saveFigures, type NewCertificate, type NewFigure } from './paper-store.ts'
export { saveProofs, type NewProof } from './proof-store.ts'
export { definePublicSection, giveAddresses } from './public/index.ts'
export { savePositions, type DistrictPosition } from './directory/index.ts'

// The drawing of districts, for other lists of members.
export { DistrictMap } from './directory/pages/place-map.tsx'
export type { DistrictCount } from './directory/directory-store.ts'
export { capabilityNamed, withNarrower } from './directory/index.ts'

// For sheets of paper made in other rooms.
/** The typeface a printed sheet carries along: a quarter of a megabyte, only for those who set one. */
export const sheetFonts = () => import('./public/fonts.ts')
