import type { Job } from '../types.ts'

export const jobs: readonly Job[] = [
  {
    key: 'pallister-valve-rig', what: 'Valve rig that runs unattended, 1.2 million cycles', forWhom: 'Pallister valve works', finishedOn: '2026-05-15', value: '100k-500k', outcome: 'done',
    parts: [
      { by: 'kestrel', capability: 'test-rig-design', did: 'Led it, built it, ran it for 100 hours before it left' },
      { by: 'kestrel', capability: 'mechanical-design', did: '214 drawings' },
      { by: 'don-side-controls', capability: 'controls-software', did: 'Sequence, alarms, source handed over' },
      { by: 'don-side-controls', capability: 'data-acquisition', did: '48 channels' },
      { by: 'switchyard-panels', capability: 'control-panels', did: 'Two panels, tested on the real program' },
      { by: 'donside-skills', capability: 'operator-training', did: 'Four operators, two days' },
    ],
    customerSays: { says: 'It has stopped once. The whole street was dark.', by: 'M. Pallister' }, timesBigger: 3,
  },
  {
    key: 'ferry-pump-bench', what: 'Pump bench for gas at 350 bar', forWhom: 'Estuary ferry trials', finishedOn: '2025-11-07', value: '100k-500k', outcome: 'done',
    parts: [
      { by: 'kestrel', capability: 'test-rig-design', did: 'Bench and safety enclosure' },
      { by: 'kestrel', capability: 'leak-testing', did: 'Helium, every joint' },
      { by: 'kestrel', capability: 'fluid-systems', did: 'Gas scheme to 350 bar' },
      { by: 'halden-pressure-pipework', capability: 'high-pressure-pipework', did: '180 joints' },
      { by: 'rivet-and-rowe', capability: 'steel-frames', did: 'Skid, galvanised' },
      { by: 'donside-skills', capability: 'operator-training', did: 'Six deckhands, three days' },
    ],
    customerSays: { says: 'Not a bubble.', by: 'Ferry trials engineer' }, timesBigger: 2,
  },
  {
    key: 'gearbox-rig-2020', what: 'Gearbox rig', forWhom: 'A maker of winches', finishedOn: '2020-02-21', value: '25k-100k', outcome: 'done',
    parts: [{ by: 'kestrel', capability: 'controls-software', did: 'Wrote the controls in the house' }],
  },
  {
    key: 'spar-fittings-2026', what: '640 titanium fittings for a glider wing', forWhom: 'Upland Gliders', finishedOn: '2026-10-30', value: '100k-500k', outcome: 'done',
    parts: [
      { by: 'moorside-precision', capability: 'titanium-machining', did: '640 fittings, one rejected' },
      { by: 'moorside-precision', capability: 'five-axis-milling', did: 'Nights, eleven weeks' },
      { by: 'tollerwick-tooling', capability: 'jigs-and-fixtures', did: 'Four fixtures, each in a week' },
      { by: 'saltmarsh-coatings', capability: 'anodising', did: 'Colour by part number' },
    ],
    customerSays: { says: 'The wing flew in March. It is very pretty.', by: 'Upland Gliders' },
  },
  {
    key: 'tidal-hub-blades', what: 'Hub and blades, 2.1 metres, for a tidal turbine', forWhom: 'Donnet Tidal Trial', finishedOn: '2026-02-27', value: '100k-500k', outcome: 'done-late',
    parts: [
      { by: 'moorside-precision', capability: 'titanium-machining', did: 'Hub from a forging' },
      { by: 'moorside-precision', capability: 'large-part-milling', did: 'Three blades, 5 microns on the root' },
      { by: 'don-side-controls', capability: 'controls-software', did: 'Pitch control' },
      { by: 'marram-metrology', capability: 'dimensional-inspection', did: 'Measured by night at 20.0 degrees' },
      { by: 'saltmarsh-coatings', capability: 'anodising', did: 'Blades in the long tank' },
    ],
    customerSays: { says: 'Three weeks late because of our forging, not because of them.', by: 'Tidal Trial manager' }, timesBigger: 4,
  },
  {
    key: 'hose-cell-three', what: 'Cell 3: hydrogen hose at 450 bar', forWhom: 'Two hose makers', finishedOn: '2025-03-14', value: 'over-500k', outcome: 'done',
    parts: [
      { by: 'ravensgill-test-systems', capability: 'test-rig-design', did: 'Led it' },
      { by: 'ravensgill-test-systems', capability: 'endurance-testing', did: 'Runs it still' },
      { by: 'ravensgill-test-systems', capability: 'leak-testing', did: 'Sniffers and alarms' },
      { by: 'delta-turned-parts', capability: 'cnc-turning', did: '96 couplings' },
      { by: 'switchyard-panels', capability: 'control-panels', did: 'Three panels' },
      { by: 'rivet-and-rowe', capability: 'sheet-metal', did: 'Blast-proof doors' },
      { by: 'greaves-and-oyelaran', capability: 'weld-inspection', did: '310 joints by night' },
      { by: 'quayside-power', capability: 'temporary-power', did: '250 kVA for seven weeks' },
    ],
  },
  {
    key: 'coupling-batch-88', what: '88 batches of duplex couplings', forWhom: 'A desalination builder', finishedOn: '2026-12-11', value: '25k-100k', outcome: 'done',
    parts: [
      { by: 'delta-turned-parts', capability: 'cnc-turning', did: '88 batches, three late' },
      { by: 'delta-turned-parts', capability: 'stainless-machining', did: 'Duplex throughout' },
      { by: 'saltmarsh-coatings', capability: 'passivation', did: 'Tank 4, every Thursday' },
    ],
  },
  {
    key: 'ferry-fuel-skid', what: 'Hydrogen fuel skid, 500 bar, certified', forWhom: 'Estuary ferry trials', finishedOn: '2026-11-20', value: '100k-500k', outcome: 'done', sight: 'partners',
    parts: [
      { by: 'halden-pressure-pipework', capability: 'high-pressure-pipework', did: '420 joints, one repaired' },
      { by: 'greaves-and-oyelaran', capability: 'weld-inspection', did: 'All of them' },
      { by: 'don-side-controls', capability: 'safety-systems', did: 'Shutdown in 40 milliseconds' },
      { by: 'pennock-assurance', capability: 'hydrogen-certification', did: 'Certificate at 500 bar' },
      { by: 'pennock-assurance', capability: 'explosive-atmospheres', did: 'Zones drawn, six vents moved' },
    ],
    timesBigger: 2,
  },
  {
    key: 'tide-mill-gear', what: 'A new iron gear for the tide mill', forWhom: 'Tollerwick Mill trust', finishedOn: '2023-06-09', value: '5k-25k', outcome: 'done',
    parts: [
      { by: 'old-forge-patterns', capability: 'pattern-making', did: 'Pattern in lime, 1.9 metres, 96 teeth' },
      { by: 'quayside-power', capability: 'machine-moving', did: 'In through a window at low tide' },
      { by: 'tollerwick-tooling', capability: 'grinding', did: 'Shaft' },
    ],
    customerSays: { says: 'It grinds. We have flour.', by: 'The miller' },
  },
  {
    key: 'pantry-cold-chain', what: 'Fridge alarms for three food stores', forWhom: 'Sallow Green Pantry and two others', finishedOn: '2026-08-28', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'don-side-controls', capability: 'operator-screens', did: 'One screen, two buttons, in gloves' },
      { by: 'donside-skills', capability: 'apprentice-training', did: 'Two trainees fitted 14 sensors' },
    ],
    customerSays: { says: 'It rang at three in the morning and saved the chickens.', by: 'Sallow Green Pantry' },
  },
  {
    key: 'saltmarsh-scratch-line', what: 'Camera line that finds scratches', forWhom: 'A maker of bicycle parts', finishedOn: '2026-12-18', value: '25k-100k', outcome: 'done',
    parts: [
      { by: 'fathom-code', capability: 'machine-vision', did: '97 of 100 planted scratches found' },
      { by: 'fathom-code', capability: 'controls-software', did: 'Reject gate' },
      { by: 'saltmarsh-coatings', capability: 'powder-coating', did: 'Lent the line for six weekends' },
    ],
  },
  {
    key: 'printed-manifold-trial', what: 'Six printed manifolds, two finished', forWhom: 'A university spin-out', finishedOn: '2026-09-25', value: '5k-25k', outcome: 'stopped-early',
    parts: [
      { by: 'bright-layer-additive', capability: 'metal-printing', did: 'Printed six' },
      { by: 'delta-turned-parts', capability: 'titanium-machining', did: 'Threads on two, then the money ended' },
    ],
    unconfirmedBy: ['delta-turned-parts'],
  },
  {
    key: 'brewery-boiler-round', what: 'Yearly boiler and vessel round', forWhom: 'Four breweries', finishedOn: '2026-07-31', value: '5k-25k', outcome: 'done',
    parts: [{ by: 'greaves-and-oyelaran', capability: 'pressure-assessment', did: '22 vessels in nine days' }],
  },
  {
    key: 'park-calibration-day', what: 'First shared calibration day, 61 gauges, five firms', forWhom: 'Don Side Park', finishedOn: '2027-02-04', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'marram-metrology', capability: 'calibration', did: '61 gauges by four o’clock' },
      { by: 'halden-pressure-pipework', capability: 'pressure-testing', did: 'Lent the bay and the pump' },
    ],
    customerSays: { says: 'A fifth cheaper than apart, and cake.', by: 'Dilys Hargreave' },
  },
  {
    key: 'brake-tester', what: 'Brake tester for mobility scooters', forWhom: 'Second Chair', finishedOn: '2026-03-20', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'kestrel', capability: 'mechanical-design', did: 'Drew it on a Saturday' },
      { by: 'rivet-and-rowe', capability: 'sheet-metal', did: 'Folded it on the next' },
      { by: 'donside-skills', capability: 'apprentice-training', did: 'Four trainees built it' },
    ],
    customerSays: { says: '212 scooters tested, 40 brakes mended.', by: 'Second Chair' },
  },
  {
    key: 'press-shop-cards', what: 'Job cards from the wall to one screen', forWhom: 'Switchyard Panels', finishedOn: '2026-10-16', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'tidy-systems', capability: 'works-paperwork', did: 'Eleven forms became two' },
      { by: 'switchyard-panels', capability: 'control-panels', did: 'Tried it on 30 panels' },
    ],
    customerSays: { says: 'I found a panel in four seconds. It used to be a walk.', by: 'Paulette Grant' },
  },
  {
    key: 'relay-overflow', what: 'Three machines’ software in a bad month', forWhom: 'Don Side Controls, when Siân broke her arm', finishedOn: '2026-09-11', value: '5k-25k', outcome: 'done',
    parts: [
      { by: 'don-side-controls', capability: 'controls-software', did: 'Kept the customers and checked each line' },
      { by: 'fathom-code', capability: 'controls-software', did: 'Wrote two of the three, under their name' },
    ],
  },
]
