import { definePublicSection } from '../answers/index.ts'
import { routes } from '../routes.ts'
import { dayInWords } from '../ui/index.ts'
import { listOpenBriefsOf } from './open-store.ts'

const MOST = 20

/** On an organisation's own page: what it asks others to do, of what the reader may see. Never what it is worth. */
definePublicSection({
  name: 'briefs', title: 'What we are looking for help with',
  list: async (tx, organisation) => (await listOpenBriefsOf(tx, organisation, MOST)).map(({ brief, slug }) => ({
    says: brief.title, href: routes.brief(slug, brief.id), detail: [brief.parts.length === 1 ? 'one part' : `${brief.parts.length} parts`, brief.district, brief.answerBy && `answer by ${dayInWords(brief.answerBy)}`].filter(Boolean).join(' · '),
  })),
})
