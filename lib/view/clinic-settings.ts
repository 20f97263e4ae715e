import { SITES } from '#lib/domain/facts.ts';
import { type ClinicSettings, FIRST_DEFAULTS, WIDEST_BAND } from '#lib/domain/protocol/clinic-defaults.ts';
import { SITE_WORDS } from './case-words.ts';
import { BAND_SOURCES, DEFAULT_SOURCES } from './default-sources.ts';
import { consolidationRuleWords } from './forecast-lines.ts';
import { formatMinute } from './format-date.ts';
import { bandWords } from './plan-words.ts';
import { settingTexts } from './protocol-form.ts';
import { mmText } from './read-mm.ts';

/** The rates of one site as they are typed, and what is published of it. */
export type BandRow = { site: string; label: string; least: string; most: string; source: string };

/** What the form of a clinic's settings starts from. */
export type ClinicSettingsDraft = {
  version: number;
  /** Control → what it holds at first. */
  values: Readonly<Record<string, string>>;
  /** Control → what a new clinic is given. */
  shipped: Readonly<Record<string, string>>;
  /** Control → where the figure comes from. */
  sources: Readonly<Record<string, string>>;
  bands: readonly BandRow[];
  /** What holds for a site without rates of its own. */
  widestBand: string;
};

export function clinicSettingsDraft(settings: ClinicSettings): ClinicSettingsDraft {
  const values = clinicSettingsWords(settings);
  return {
    version: settings.version,
    values,
    shipped: {
      ...clinicSettingsWords({ phone: null, defaults: FIRST_DEFAULTS }),
      consolidationKind: consolidationRuleWords(FIRST_DEFAULTS.consolidation),
    },
    sources: DEFAULT_SOURCES,
    bands: SITES.map((site) => ({
      site,
      label: SITE_WORDS[site],
      least: values[`band.${site}.least`] ?? '',
      most: values[`band.${site}.most`] ?? '',
      source: BAND_SOURCES[site],
    })),
    widestBand: bandWords(WIDEST_BAND),
  };
}

/** Control → its value as it is typed: to fill the form, and to compare two versions of it. */
export function clinicSettingsWords({
  phone,
  defaults,
}: Omit<ClinicSettings, 'version'>): Record<string, string> {
  return {
    phone: phone ?? '',
    ...settingTexts(defaults),
    latencyDays: String(defaults.latencyDays),
    sessions: defaults.sessions.map(formatMinute).join(', '),
    overdueRemovalDays: String(defaults.overdueRemovalDays),
    cosignHours: String(defaults.cosignHours),
    retroactiveHours: String(defaults.retroactiveHours),
    ...Object.fromEntries(
      SITES.flatMap((site) => {
        const band = defaults.bands[site];
        return [
          [`band.${site}.least`, mmText(band?.leastUmPerDay)],
          [`band.${site}.most`, mmText(band?.mostUmPerDay)],
        ];
      }),
    ),
  };
}
