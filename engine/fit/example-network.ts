import type { Row } from '../atlas/rows.ts'

/** A handful of wedding trades: enough to show every kind of row at work, in examples and in tests. */
export const exampleNetwork: readonly Row[] = [
  { is: 'capability', id: 'flowers', name: 'Flowers', synonyms: ['floristry'] },
  { is: 'capability', id: 'bouquets', name: 'Bridal bouquets', parent: 'flowers' },
  { is: 'capability', id: 'cakes', name: 'Wedding cakes', synonyms: ['cake'] },
  { is: 'capability', id: 'marquees', name: 'Marquee hire', code: 'N77.2' },
  { is: 'organisation', id: 'fern', name: 'Fern Florist', kind: 'florist', place: { town: 'Lewes', latitude: 50.874, longitude: 0.009 } },
  { is: 'organisation', id: 'hugo', name: 'Hugo Cakes', kind: 'baker', place: { town: 'Lewes', latitude: 50.875, longitude: 0.018 } },
  { is: 'organisation', id: 'ivy', name: 'Ivy and Rose', kind: 'florist', place: { town: 'Lewes', latitude: 50.87, longitude: 0.01 } },
  { is: 'organisation', id: 'tent', name: 'Tented Weddings', kind: 'hire', place: { town: 'York', latitude: 53.96, longitude: -1.08 } },
  { is: 'organisation', id: 'new', name: 'Sugar Lane', kind: 'baker', text: 'Wedding cakes baked to order', place: { town: 'Lewes' } },
  { is: 'claim', id: 'fern-flowers', organisation: 'fern', capability: 'bouquets', strength: 'best_at' },
  { is: 'claim', id: 'ivy-flowers', organisation: 'ivy', capability: 'flowers', strength: 'can_do' },
  { is: 'claim', id: 'hugo-cakes', organisation: 'hugo', capability: 'cakes', strength: 'best_at', capacity: 2 },
  { is: 'claim', id: 'new-cakes', organisation: 'new', capability: 'cakes', strength: 'can_do' },
  { is: 'claim', id: 'tent-marquees', organisation: 'tent', capability: 'marquees', strength: 'only_us' },
  { is: 'proof', id: 'hugo-letter', claim: 'hugo-cakes', on: '2025-01-10' },
  { is: 'work', id: 'barn', text: 'Barn wedding with marquee and cakes', tags: ['wedding'], on: '2024-06-01', members: [{ organisation: 'tent', role: 'lead' }, { organisation: 'hugo' }] },
  { is: 'work', id: 'hall', text: 'Flowers and cake for a town hall wedding', tags: ['wedding'], on: '2024-09-01', members: [{ organisation: 'fern', role: 'lead' }, { organisation: 'hugo' }] },
  { is: 'want', id: 'hugo-wants', organisation: 'hugo', capability: 'flowers' },
  { is: 'brief', id: 'garden', organisation: 'fern', text: 'A garden wedding in June', parts: [{ id: 'cake', capability: 'cakes', must: true }, { id: 'tent', capability: 'marquees' }, { id: 'bouquet', capability: 'bouquets' }] },
]
