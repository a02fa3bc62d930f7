import type { District } from './types.ts'

/**
 * Haverstow and its villages. No postcode area HV exists; the shape is a valid one so that forms accept it.
 * The latitudes and longitudes lie in the open North Sea, so that no real street is ever pointed at.
 */
export const districts: readonly District[] = [
  {
    code: 'HV1', name: 'Haverstow Market', kind: 'town', eastKm: 0, northKm: 0, latitude: 54.9, longitude: 0.6,
    streets: ['Market Cross', 'Cordwainer Row', 'Lamb Street', "St Aldith's Walk"],
    about: 'The old centre: a market on Wednesdays and Saturdays, and the library with the good tables.',
  },
  {
    code: 'HV2', name: 'Don Side', kind: 'town', eastKm: 1.8, northKm: -0.9, latitude: 54.8919, longitude: 0.6281,
    streets: ['Don Side Park', 'Foundry Reach', 'Old Ropewalk'],
    about: 'The works along the river. The Donnet is "the Don" to anybody who was born here.',
  },
  {
    code: 'HV3', name: 'The Harbour', kind: 'town', eastKm: 3.1, northKm: 0.7, latitude: 54.9063, longitude: 0.6484,
    streets: ['Customs Quay', 'Netloft Lane', 'Ballast Row'],
    about: 'Eleven fishing boats, two chip shops and the tallest rents in town.',
  },
  {
    code: 'HV4', name: 'Sallow Green', kind: 'village', eastKm: 0.6, northKm: -6.4, latitude: 54.8425, longitude: 0.6094,
    streets: ['The Green', 'Withy Lane', 'Pound Close'],
    about: 'Four miles south, on the flat. A green, a hall and a bus every two hours.',
  },
  {
    code: 'HV5', name: 'Nether Pellow', kind: 'village', eastKm: -9.2, northKm: -1.5, latitude: 54.8865, longitude: 0.4562,
    streets: ['Pellow Street', 'Glebe Lane', 'Mill Drove'],
    about: 'Six miles west: heavy soil, walled gardens and most of the flower plots.',
  },
  {
    code: 'HV6', name: 'Crakestead', kind: 'village', eastKm: -6.8, northKm: 8.9, latitude: 54.9801, longitude: 0.4937,
    streets: ['High Crake', 'Barn Lane', "Shepherd's Bank"],
    about: 'Seven miles up the hill. First snow, last broadband.',
  },
  {
    code: 'HV7', name: 'Tollerwick', kind: 'village', eastKm: 13.7, northKm: 2.2, latitude: 54.9198, longitude: 0.8140,
    streets: ['Ferry Road', 'Coastguard Cottages', 'Chapel Lane'],
    about: 'Nine miles along the estuary. The ferry stopped in 1968 and is still talked about.',
  },
  {
    code: 'HV8', name: 'Moorside', kind: 'town', eastKm: -1.1, northKm: 4.3, latitude: 54.9387, longitude: 0.5828,
    streets: ['Moorside Lane', 'Peat Road', 'Quarry Bank'],
    about: 'Where the town stops and the moor begins. Quarry sheds turned into workshops.',
  },
]
