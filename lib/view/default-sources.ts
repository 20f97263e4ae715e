import type { Site } from '#lib/domain/facts.ts';

const NONE = 'none published';
const REVIEW = 'Franco-Mesa et al., systematic review of 19 studies, 403 posterior vaults';

/** Control of the clinic's settings → where its figure comes from (clinical.md §2, §4, §6). */
export const DEFAULT_SOURCES: Readonly<Record<string, string>> = {
  graceMin: NONE,
  missedSlots: NONE,
  silenceMin: NONE,
  behindUm: NONE,
  aheadUm: NONE,
  asymmetryUm: NONE,
  measuredUm:
    'none published as a tolerance; a device-gap reading is good to about \u00b11 mm, 3-D CT to less than 0.5 mm',
  measuredPermille:
    'none published as a tolerance; limb nails kept 96 % of what was turned, Le Fort III 69 %, mandible 79 %',
  travelNoticeDays: NONE,
  eventDays: NONE,
  minIntervalMin: NONE,
  contactDays: 'weekly is common; no limit is published',
  latencyDays: `1\u20135 days in the posterior vault (${REVIEW}); 0\u20137 elsewhere, 5\u201310 in long bones`,
  sessions: `often 0.5 mm twice daily in the posterior vault (${REVIEW}); the times of day: ${NONE}`,
  consolidation: `10.1 weeks from placement to extraction in the posterior vault (${REVIEW}); series from 28 days to 6 months, ratios of 1.9 to 4.0 to activation`,
  missedTurn: 'none published; clinics differ: never double up, make up within the day, or stop until seen',
  overdueRemovalDays: NONE,
  cosignHours: NONE,
  retroactiveHours: NONE,
};

/** Rates that were published for a site, in words. */
export const BAND_SOURCES: Record<Site, string> = {
  'posterior-cranial-vault': `0.5\u20132 mm a day, mean 1 (${REVIEW})`,
  'frontofacial-monobloc': '0.5 mm a day with four devices (105 children)',
  'le-fort-iii': 'about 3 mm a day, internal devices (single series)',
  maxilla: '2 mm a day prescribed, 0.46 achieved (children, single series)',
  mandible: '1\u20132 mm a day in newborns',
  'long-bone': '1 mm a day in four steps',
  other: NONE,
};

/** Beside every rate: what too slow and too fast did in animals. */
export const RATE_WARNING =
  'In animals 0.5 mm a day or less led to premature consolidation, 2 mm or more to poor regenerate (Ilizarov, Clin Orthop Relat Res 1989;239:263).';
