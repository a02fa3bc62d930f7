import { when } from '../kit/when.ts'
import { refreshTitles } from './claim-store.ts'

when('capability.changed', 'answers: keep the names of claims true', (tx, { news }) => refreshTitles(tx, news.network))
