import type { Person } from '../types.ts'

export const people: readonly Person[] = [
  { key: 'jo-hart', name: 'Jo Hart', email: 'jo@johartva.example', phone: '07700 900401', about: 'Organiser of the assistants; also helper at The Wild Bouquet and Tom’s Tipis. The person to test with when somebody has three hats.' },
  { key: 'mel-price', name: 'Mel Price', email: 'mel@melpriceva.example', phone: '07700 900402', about: 'Jo’s associate. Keeps her answers from strangers.' },
  { key: 'tariq-mahmood', name: 'Tariq Mahmood', email: 'tariq@ledgerandleaf.example', phone: '07700 900403', about: 'Ledger & Leaf; also reads the books at The Lantern.' },
  { key: 'ngozi-eze', name: 'Ngozi Eze', email: 'ngozi@morningdesk.example', phone: '07700 900404' },
  { key: 'bronwen-mon', name: 'Bronwen Môn-Parry', email: 'bronwen@secondpair.example', phone: '07700 900405' },
  { key: 'cerys-mon', name: 'Cerys Môn-Parry', email: 'cerys@secondpair.example' },
  { key: 'kasia-zolkiewska', name: 'Katarzyna Żółkiewska', email: 'kasia@zolkiewska.example', phone: '07700 900406', about: 'Every Polish letter a sort order can get wrong.' },
  { key: 'dele-ogunleye', name: 'Dele Ogunleye', email: 'dele@tidysystems.example', phone: '07700 900407' },
  { key: 'hannah-tsang', name: 'Hannah Tsang', email: 'hannah@quiethours.example', phone: '07700 900408', about: 'Second organiser; works from seven in the evening, so her "today" is often tomorrow.' },
  { key: 'zainab-rahman', name: 'Zainab Rahman', email: 'zainab@eventdesk.example', phone: '07700 900409' },
  { key: 'fiona-mcallister', name: 'Fiona McAllister', email: 'fiona@plainminutes.example', phone: '07700 900410' },
  { key: 'oonagh-devlin', name: 'Oonagh Devlin', email: 'oonagh@devlintyping.example', phone: '07700 900411' },
  { key: 'rosa-delgado', name: 'Rosa Delgado', email: 'rosa@rosasocial.example', phone: '07700 900412' },
  { key: 'leon-baptiste', name: 'Leon Baptiste', email: 'leon@callbackdonnet.example', phone: '01632 960413' },
  { key: 'xi-o', name: 'Xi Ó', email: 'xi@callbackdonnet.example', about: 'The shortest name in town, and a fada with it.' },
  { key: 'helen-stott', name: 'Helen Stott', email: 'helen@helenstott.example', phone: '07700 900414' },
]
