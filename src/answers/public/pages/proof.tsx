import type { PublicFace } from '../../public-face.ts'
import { Day } from '../../../ui/index.ts'
import { papersInForce, quotesOf } from '../page-words.ts'

const QUOTES = 4
const JOBS = 5

/** Is it true? What others said, what was done, and what is on paper. */
export function Proof({ face, today }: { face: PublicFace; today: string }) {
  const quotes = quotesOf(face).slice(0, QUOTES)
  const jobs = face.jobs.slice(0, JOBS)
  const papers = papersInForce(face, today)
  if (quotes.length + jobs.length + papers.length + face.figures.length === 0) return null
  return (
    <section className="face-proof" aria-labelledby="proof">
      <h2 id="proof">Proof</h2>
      {quotes.map(({ words, by }) => (
        <figure className="face-quote" key={words + by}><blockquote>“{words}”</blockquote><figcaption>{by}</figcaption></figure>
      ))}
      {jobs.length > 0 && (
        <ul className="face-jobs" role="list">
          {jobs.map((job) => (
            <li key={job.id}>
              <strong>{job.what}</strong>{job.forWhom && `, for ${job.forWhom}`}
              <span className="face-fine">{job.with.length > 0 && `With ${job.with.map(({ name }) => name).join(', ')}. `}<Day on={job.finishedOn} /></span>
            </li>
          ))}
        </ul>
      )}
      {papers.length > 0 && (
        <ul className="face-jobs" role="list">
          {papers.map((paper) => (
            <li key={paper.id}>
              <strong>{paper.name}</strong>
              <span className="face-fine">{[paper.issuedBy, paper.number && `number ${paper.number}`].filter(Boolean).join(', ')}{paper.expiresOn && <>, to <Day on={paper.expiresOn} /></>}</span>
            </li>
          ))}
        </ul>
      )}
      {face.figures.length > 0 && (
        <ul className="face-jobs" role="list">
          {face.figures.map((figure) => <li key={figure.id}><strong>{figure.says}</strong><span className="face-fine">{figure.source}, <Day on={figure.on} /></span></li>)}
        </ul>
      )}
    </section>
  )
}
