import type { Brief } from '../types.ts'

export const briefs: readonly Brief[] = [
  {
    key: 'hydrogen-test-bench', network: 'don-side-park', by: 'kestrel', title: 'Hydrogen test bench',
    says: 'A bench to prove valves and joints in hydrogen at 700 bar, running unattended for 1,000 hours. The customer wants one contract, one lead and a certificate at the end. Kestrel has eight people and has done 350 bar; this is four times our usual job.',
    forWhom: 'Estuary Hydrogen Trials', district: 'HV2', postedOn: '2027-04-19', answerBy: '2027-05-14', startsOn: '2027-06-07', endsOn: '2028-03-31', value: 'over-500k', openToRivals: true, sight: 'network',
    parts: [
      { key: 'design', says: 'Design of the bench and its enclosure', capability: 'test-rig-design', need: 'must', size: '900 hours' },
      { key: 'titanium', says: 'Titanium manifolds and brackets, 10 microns', capability: 'titanium-machining', need: 'must', size: '60 pieces' },
      { key: 'controls', says: 'Controls software, unattended, source handed over', capability: 'controls-software', need: 'must', size: '600 hours' },
      { key: 'certification', says: 'Certificate for hydrogen equipment at 700 bar', capability: 'hydrogen-certification', need: 'must', size: 'One certificate, first drawing to last test' },
      { key: 'pipework', says: 'Pipework and orbital welds', capability: 'high-pressure-pipework', need: 'must', size: '350 joints' },
      { key: 'leaks', says: 'Helium leak test of every joint', capability: 'leak-testing', need: 'should', size: '350 joints' },
      { key: 'calibration', says: 'Calibration on site, twice', capability: 'calibration', need: 'should', size: '40 gauges' },
      { key: 'training', says: 'Teaching six operators', capability: 'operator-training', need: 'should', size: 'Four days' },
    ],
    interests: [
      { by: 'don-side-controls', part: 'controls', says: 'Yes, from 28 June. Please freeze the valve list before then.', on: '2027-04-20', state: 'welcomed' },
      { by: 'halden-pressure-pipework', part: 'pipework', says: 'Two welders from 7 June. I want Mick and Folasade for the X-rays.', on: '2027-04-21', state: 'welcomed' },
      { by: 'delta-turned-parts', part: 'titanium', says: 'Anything round, up to 300 mm. The long manifolds are not for us.', on: '2027-04-26', state: 'waiting' },
      { by: 'ravensgill-test-systems', part: 'leaks', says: 'We know each other. If we agree first who does what, we bring 9,400 hours at 450 bar.', on: '2027-04-28', state: 'waiting' },
      { by: 'donside-skills', part: 'training', says: 'We have taught operators on two of your rigs.', on: '2027-04-29', state: 'waiting' },
    ],
  },
  {
    key: 'spar-cycling-rig', network: 'don-side-park', by: 'moorside-precision', title: 'A rig to break our own spars',
    says: 'We load two-metre spars by hand with a chain hoist. We need a rig that does 500,000 cycles and tells us when the first crack starts. We can machine anything it needs.',
    forWhom: 'Moorside Precision', district: 'HV8', postedOn: '2027-04-12', answerBy: '2027-05-31', startsOn: '2027-07-05', endsOn: '2027-12-17', value: '25k-100k', openToRivals: false, sight: 'network',
    parts: [
      { key: 'rig', says: 'Design and build', capability: 'test-rig-design', need: 'must', size: 'One rig' },
      { key: 'stress', says: 'Stress and fatigue sums', capability: 'stress-analysis', need: 'should', size: '80 hours' },
      { key: 'logging', says: 'Strain logging, 32 channels', capability: 'data-acquisition', need: 'must', size: '32 channels' },
      { key: 'camera', says: 'A camera that sees the first crack', capability: 'machine-vision', need: 'should', size: 'Two cameras' },
    ],
    interests: [{ by: 'fathom-code', part: 'camera', says: 'Cracks are what we like best.', on: '2027-04-14', state: 'welcomed' }],
  },
  {
    key: 'barrier-coat-trial', network: 'don-side-park', by: 'saltmarsh-coatings', title: '200 hours at pressure for a new barrier coat',
    says: 'Our coat keeps hydrogen out of steel at 20 bar. We need to know what it does at 450 and 700. We coat your parts for nothing; you tell us how they died.',
    forWhom: 'Saltmarsh Coatings', district: 'HV3', postedOn: '2027-03-22', answerBy: '2027-05-21', startsOn: '2027-06-14', endsOn: '2027-09-30', value: '5k-25k', openToRivals: true, sight: 'anyone',
    parts: [
      { key: 'hours', says: '200 hours of cycling in hydrogen', capability: 'endurance-testing', need: 'must', size: '200 hours' },
      { key: 'samples', says: '24 turned samples in duplex', capability: 'cnc-turning', need: 'must', size: '24 pieces' },
      { key: 'measure', says: 'Coat thickness before and after', capability: 'dimensional-inspection', need: 'should', size: '48 measurements' },
      { key: 'paper', says: 'Technical file', capability: 'technical-file', need: 'should', size: 'One file' },
    ],
    interests: [
      { by: 'ravensgill-test-systems', part: 'hours', says: 'Cell 3 has a gap in August.', on: '2027-03-29', state: 'welcomed' },
      { by: 'delta-turned-parts', part: 'samples', says: '24 in five days.', on: '2027-03-23', state: 'welcomed' },
    ],
  },
]
