import type { Day, Um } from '#lib/domain/units.ts';
import type { Random } from './random.ts';
import type { DeviceStory } from './story.ts';

/** Rows of the shared catalogue, by the ids under which the migration of the catalogue enters them. */
const catalogue = (place: number) => `0198a000-0000-7000-8000-00000000000${place}`;

/** What is known of a model's hardware: lengths and mm per turn as clinical.md §3 has them, confirmed at placement. */
export type Model = {
  id: string;
  travelsUm: readonly Um[];
  lots: readonly string[];
  arm: string;
  driver: string;
};

const STEPS_OF_FIVE: readonly Um[] = [10, 15, 20, 25, 30, 35, 40].map((mm) => mm * 1000);

export const CMF: Model = {
  id: catalogue(1),
  travelsUm: STEPS_OF_FIVE,
  lots: ['7K41302', '7K41877', '8A10263', '8C55410'],
  arm: 'flexible 40 mm, removable',
  driver: 'hexagonal, 2.5 mm',
};
export const ARNAUD: Model = {
  id: catalogue(2),
  travelsUm: [20_000, 25_000, 30_000, 35_000],
  lots: ['51-22087', '51-23114', '51-24406'],
  arm: 'rigid 20 mm, fixed',
  driver: 'square, 2.0 mm',
};
export const SONIC_PINS: Model = {
  id: catalogue(3),
  travelsUm: [40_000],
  lots: ['RX-0917', 'RX-1142'],
  arm: 'flexible 60 mm, removable',
  driver: 'hexagonal, 2.0 mm',
};
export const EXTERNAL_3DX: Model = {
  id: catalogue(4),
  travelsUm: [20_000, 25_000, 30_000],
  lots: ['3D-7731', '3D-8105'],
  arm: 'rods of the frame, outside',
  driver: 'key of the frame',
};
export const RED_HALO: Model = {
  id: catalogue(5),
  travelsUm: [30_000, 40_000],
  lots: ['RD-2291', 'RD-2310'],
  arm: 'rods of the halo, outside',
  driver: 'key of the halo',
};
export const HERFORD: Model = {
  id: catalogue(6),
  travelsUm: [15_000, 20_000, 25_000],
  lots: ['HF-0415', 'HF-0433'],
  arm: 'rigid 20 mm, fixed',
  driver: 'square, 2.0 mm',
};
export const OSTEOMED: Model = {
  id: catalogue(8),
  travelsUm: [25_000, 30_000, 35_000],
  lots: ['OM-66120', 'OM-67004'],
  arm: 'rigid 40 mm, removable',
  driver: 'hexagonal, 2.5 mm',
};

/** The shortest body of a model that offers the travel; the longest there is when none does. */
export function travelFor({ travelsUm }: Model, neededUm: Um): Um {
  return travelsUm.find((travelUm) => travelUm >= neededUm) ?? travelsUm.at(-1) ?? neededUm;
}

/** A device as its label and the theatre note describe it. */
export function hardware(
  random: Random,
  model: Model,
  placedDay: Day,
  given: Pick<DeviceStory, 'label' | 'position' | 'umPerTurn' | 'actuationsPerTurn' | 'travelUm'> &
    Partial<DeviceStory>,
): DeviceStory {
  const isConditional = random.chance(0.2);
  return {
    modelId: model.id,
    turnDirection: 'with-arrow',
    initialOpeningUm: 0,
    lot: random.pick(model.lots),
    serial: `${random.whole(100_000, 999_999)}`,
    udi: `0999${random.whole(1_000_000_000, 9_999_999_999)}`,
    expiresDay: placedDay + random.whole(300, 1_400),
    mriStatus: isConditional ? 'conditional' : 'unknown',
    mriReference: isConditional ? 'Instructions for use, section on magnetic resonance' : null,
    arm: model.arm,
    driver: model.driver,
    ...given,
  };
}

/** Labels and positions of the devices of a posterior vault, by how many there are. */
export function vaultPlaces(count: number): readonly { label: string; position: string }[] {
  const left = { label: 'Left', position: 'left parietal' };
  const right = { label: 'Right', position: 'right parietal' };
  if (count === 1) return [{ label: 'Vault', position: 'occipital, midline' }];
  if (count === 2) return [left, right];
  if (count === 3) return [left, right, { label: 'Middle', position: 'occipital, midline' }];
  return [
    { label: 'Left upper', position: 'left parietal, near the vertex' },
    { label: 'Right upper', position: 'right parietal, near the vertex' },
    { label: 'Left lower', position: 'left occipital' },
    { label: 'Right lower', position: 'right occipital' },
  ];
}
