import type { Vocabulary } from '../types.ts'

export const words: Vocabulary = {
  key: 'park-words',
  title: 'Words of Don Side Park',
  scheme: "Don Side Park's own scheme (DSP), laid out like a trade classification but not one",
  words: [
    { key: 'engineering-design', code: 'DSP-10', title: 'Design', synonyms: ['engineering', 'CAD'], narrower: [
      { key: 'test-rig-design', code: 'DSP-11', title: 'Test rigs and benches', synonyms: ['test bench', 'test stand', 'special purpose machine'] },
      { key: 'mechanical-design', code: 'DSP-12', title: 'Mechanical design', synonyms: ['CAD', 'drawings', '3D model'] },
      { key: 'stress-analysis', code: 'DSP-13', title: 'Stress and fatigue analysis', synonyms: ['FEA', 'finite element'] },
      { key: 'fluid-systems', code: 'DSP-14', title: 'Gas and fluid systems', synonyms: ['hydraulics', 'pneumatics', 'hydrogen systems'] },
    ] },
    { key: 'machining', code: 'DSP-20', title: 'Machining', synonyms: ['CNC', 'subcontract machining'], narrower: [
      { key: 'titanium-machining', code: 'DSP-21', title: 'Titanium machining', synonyms: ['Ti-6Al-4V', 'titanium brackets', 'hard metals'] },
      { key: 'large-part-milling', code: 'DSP-22', title: 'Milling of parts over two metres', synonyms: ['long-bed milling', 'gantry mill'] },
      { key: 'five-axis-milling', code: 'DSP-23', title: 'Five-axis milling', synonyms: ['5-axis'] },
      { key: 'cnc-turning', code: 'DSP-24', title: 'Turned parts', synonyms: ['lathe', 'turning', 'mill-turn'] },
      { key: 'grinding', code: 'DSP-25', title: 'Grinding', synonyms: ['cylindrical grinding', 'surface grinding'] },
      { key: 'stainless-machining', code: 'DSP-26', title: 'Stainless machining', synonyms: ['316L', 'duplex'] },
    ] },
    { key: 'fabrication', code: 'DSP-30', title: 'Fabrication', narrower: [
      { key: 'high-pressure-pipework', code: 'DSP-31', title: 'High-pressure pipework', synonyms: ['tube bending', 'orbital welding', 'gas lines'] },
      { key: 'coded-welding', code: 'DSP-32', title: 'Coded welding', synonyms: ['TIG', 'certified welder'] },
      { key: 'sheet-metal', code: 'DSP-33', title: 'Sheet metal and enclosures', synonyms: ['folding', 'laser cutting', 'cabinets'] },
      { key: 'steel-frames', code: 'DSP-34', title: 'Frames and skids', synonyms: ['steelwork', 'base frame'] },
      { key: 'metal-printing', code: 'DSP-35', title: 'Metal printing', synonyms: ['additive manufacturing', '3D printing', 'powder bed'] },
      { key: 'pattern-making', code: 'DSP-36', title: 'Pattern making', synonyms: ['casting patterns', 'core boxes'] },
      { key: 'jigs-and-fixtures', code: 'DSP-37', title: 'Jigs, fixtures and tools', synonyms: ['tooling', 'toolmaker', 'workholding'] },
    ] },
    { key: 'controls', code: 'DSP-40', title: 'Controls and software', synonyms: ['automation'], narrower: [
      { key: 'controls-software', code: 'DSP-41', title: 'Controls software', synonyms: ['PLC', 'machine software', 'sequence control'] },
      { key: 'data-acquisition', code: 'DSP-42', title: 'Data acquisition', synonyms: ['logging', 'DAQ', 'instrumentation'] },
      { key: 'operator-screens', code: 'DSP-43', title: 'Operator screens', synonyms: ['HMI', 'SCADA'] },
      { key: 'control-panels', code: 'DSP-44', title: 'Control panels', synonyms: ['panel building', 'switchgear', 'wiring'] },
      { key: 'safety-systems', code: 'DSP-45', title: 'Safety systems', synonyms: ['emergency stop', 'functional safety', 'SIL'] },
      { key: 'machine-vision', code: 'DSP-46', title: 'Machine vision', synonyms: ['camera inspection'] },
    ] },
    { key: 'measuring', code: 'DSP-50', title: 'Measuring and testing', narrower: [
      { key: 'calibration', code: 'DSP-51', title: 'Calibration', synonyms: ['pressure calibration', 'gauge calibration'] },
      { key: 'dimensional-inspection', code: 'DSP-52', title: 'Dimensional inspection', synonyms: ['CMM', 'measuring room'] },
      { key: 'weld-inspection', code: 'DSP-53', title: 'Weld inspection', synonyms: ['NDT', 'radiography', 'dye penetrant'] },
      { key: 'leak-testing', code: 'DSP-54', title: 'Leak testing', synonyms: ['helium leak test', 'tightness'] },
      { key: 'pressure-testing', code: 'DSP-55', title: 'Pressure testing', synonyms: ['proof test', 'burst test', 'hydrotest'] },
      { key: 'endurance-testing', code: 'DSP-56', title: 'Endurance testing', synonyms: ['cycling', 'fatigue test'] },
    ] },
    { key: 'approval', code: 'DSP-60', title: 'Approval and safety', synonyms: ['certification', 'compliance'], narrower: [
      { key: 'hydrogen-certification', code: 'DSP-61', title: 'Certification of hydrogen equipment', synonyms: ['certification', 'hydrogen approval', 'third-party certificate'] },
      { key: 'pressure-assessment', code: 'DSP-62', title: 'Assessment of pressure equipment', synonyms: ['PED', 'written scheme', 'pressure vessel certification'] },
      { key: 'explosive-atmospheres', code: 'DSP-63', title: 'Explosive atmospheres', synonyms: ['ATEX', 'zoning', 'DSEAR'] },
      { key: 'safety-case', code: 'DSP-64', title: 'Hazard studies and safety cases', synonyms: ['HAZOP', 'risk assessment'] },
      { key: 'technical-file', code: 'DSP-65', title: 'Technical files', synonyms: ['UKCA', 'CE marking', 'declaration'] },
    ] },
    { key: 'finishing', code: 'DSP-70', title: 'Finishing', narrower: [
      { key: 'anodising', code: 'DSP-71', title: 'Anodising', synonyms: ['hard anodise'] },
      { key: 'passivation', code: 'DSP-72', title: 'Passivation and pickling', synonyms: ['stainless finishing', 'electropolish'] },
      { key: 'hydrogen-barrier-coating', code: 'DSP-73', title: 'Barrier coatings against hydrogen', synonyms: ['permeation coating', 'embrittlement'] },
      { key: 'powder-coating', code: 'DSP-74', title: 'Powder coating', synonyms: ['paint'] },
    ] },
    { key: 'site-and-people', code: 'DSP-80', title: 'Site and people', narrower: [
      { key: 'machine-moving', code: 'DSP-81', title: 'Lifting and machine moving', synonyms: ['rigging', 'crane', 'installation'] },
      { key: 'temporary-power', code: 'DSP-82', title: 'Temporary power', synonyms: ['generator hire', 'load bank'] },
      { key: 'apprentice-training', code: 'DSP-83', title: 'Apprentices', synonyms: ['training', 'day release'] },
      { key: 'operator-training', code: 'DSP-84', title: 'Operator training', synonyms: ['handover', 'instruction'] },
      { key: 'works-paperwork', code: 'DSP-85', title: 'Quotes, job cards and stock on one system', synonyms: ['ERP set-up', 'job tracking', 'quality paperwork'] },
    ] },
  ],
}
