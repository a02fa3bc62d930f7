import { when } from '../../kit/when.ts'
import { asHouse } from '../../kit/ctx.ts'
import { deleteTokensOf } from './store.ts'

when('person.closed', 'tokens: take away those of who has left', (tx, { news }) => asHouse(tx).transaction((house) => deleteTokensOf(house, news.person)))
