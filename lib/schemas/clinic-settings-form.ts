import { SITES } from '#lib/domain/facts.ts';
import { controlText } from './form-moment.ts';
import { readConsolidation, readTolerances, scaled, UNIT_SENTENCES } from './protocol-form.ts';

/** What the form of a clinic's settings says, and which control each part of it comes from. */
export type WrittenSettings = {
  values: unknown;
  controlOf: (path: readonly PropertyKey[]) => string;
  /** Sentences where a control has a unit of its own: hours, per cent. */
  sentences: Readonly<Record<string, string>>;
};

/** Reads the form: times of sessions in one line, a band as two controls a site, hours and per cent as whole numbers. */
export function readClinicSettingsForm(form: FormData): WrittenSettings {
  const text = (name: string) => controlText(form, name);
  return {
    values: {
      version: text('version'),
      phone: text('phone'),
      defaults: {
        tolerances: readTolerances(text),
        minIntervalMin: scaled(text('minIntervalMin'), 60),
        contactDays: text('contactDays'),
        latencyDays: text('latencyDays'),
        sessions: text('sessions')
          .split(/[\s,;]+/)
          .filter(Boolean),
        consolidation: readConsolidation(text),
        missedTurnRule: { en: text('missedTurnEn'), es: text('missedTurnEs') },
        bands: Object.fromEntries(
          SITES.map((site) => [site, { least: text(`band.${site}.least`), most: text(`band.${site}.most`) }]),
        ),
        overdueRemovalDays: text('overdueRemovalDays'),
        cosignHours: text('cosignHours'),
        retroactiveHours: text('retroactiveHours'),
      },
    },
    controlOf,
    sentences: UNIT_SENTENCES,
  };
}

function controlOf([top, part, index, end]: readonly PropertyKey[]): string {
  if (top !== 'defaults') return String(top);
  switch (part) {
    case 'tolerances':
      return String(index);
    case 'bands':
      return `band.${String(index)}.${String(end ?? 'least')}`;
    case 'missedTurnRule':
      return index === 'es' ? 'missedTurnEs' : 'missedTurnEn';
    case 'consolidation':
      return index === 'kind' ? 'consolidationKind' : 'consolidationValue';
    default:
      return String(part);
  }
}
