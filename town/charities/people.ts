import type { Person } from '../types.ts'

export const people: readonly Person[] = [
  { key: 'seun-adebayo-fairweather', name: "Oluwaseun 'Seun' Adebayo-Fairweather", email: 'seun@haverstowtogether.example', phone: '07700 900301', about: 'Coordinator and organiser; employed by the coalition itself, so works for no member.' },
  { key: 'delroy-benjamin', name: 'Delroy Benjamin', email: 'delroy@harbouryouth.example', phone: '07700 900302', about: 'Runs Harbour Youth and is second organiser of the charities.' },
  { key: 'keeley-marsh', name: 'Keeley Marsh', email: 'keeley@harbouryouth.example', about: 'Ellen Marsh of Kestrel is her aunt.' },
  { key: 'margaret-olufemi-ward', name: 'Margaret Olufemi-Ward', email: 'margaret@tuesdaytable.example', phone: '01632 960303' },
  { key: 'grace-penhaligon', name: 'Grace Penhaligon', email: 'grace@saltandthyme.example', phone: '07700 900304', about: 'Runs the Salt & Thyme kitchen and chairs the Tuesday Table.' },
  { key: 'marco-silvestri', name: 'Marco Silvestri', email: 'marco@saltandthyme.example' },
  { key: 'janet-birtwhistle', name: 'Janet Birtwhistle', email: 'janet@sallowgreenpantry.example', phone: '07700 900305' },
  { key: 'shabnam-akhtar', name: 'Shabnam Akhtar', email: 'shabnam@haverstowcarers.example', phone: '07700 900306' },
  { key: 'rob-tindale', name: 'Rob Tindale', email: 'rob@opendoordonnet.example', phone: '07700 900307' },
  { key: 'agnieszka-dabrowska', name: 'Agnieszka Dąbrowska', email: 'agnieszka@lanternshelter.example', phone: '07700 900308', about: 'The shelter’s street is hidden from everybody; keep it so.' },
  { key: 'len-cartwright', name: 'Len Cartwright', email: 'len@steadywheels.example', phone: '07700 900309' },
  { key: 'parveen-sandhu', name: 'Parveen Sandhu', email: 'parveen@kindear.example', phone: '07700 900310' },
  { key: 'hilary-stubbs', name: 'Hilary Stubbs', email: 'hilary@tollerwickneighbours.example', phone: '07700 900311', about: 'Eighty-one. Prints everything.' },
  { key: 'kofi-mensah-bright', name: 'Kofi Mensah-Bright', email: 'kofi@plaindealing.example', phone: '01632 960312' },
  { key: 'tesfaye-woldemariam', name: 'Tesfaye Woldemariam', email: 'tesfaye@newshore.example', phone: '07700 900313' },
  { key: 'olena-bondar', name: 'Olena Bondar', email: 'olena@newshore.example' },
  { key: 'wayne-ledgard', name: 'Wayne Ledgard', email: 'wayne@donsideskills.example', phone: '07700 900314' },
  { key: 'bev-hollins', name: 'Bev Hollins', email: 'bev@secondchair.example', phone: '07700 900315' },
]
