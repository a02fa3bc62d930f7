import { when } from '../../kit/when.ts'
import { giveAddress } from './give-address.ts'

when('organisation.listed', 'answers: give a listed organisation its address', (tx, { news }) => giveAddress(tx, news.organisation))
when('organisation.changed', 'answers: keep the address true to the name', (tx, { news }) => giveAddress(tx, news.organisation))
when('sight.changed', 'answers: give the plain address to whoever is shown to anyone', (tx, { news }) => giveAddress(tx, news.organisation))
