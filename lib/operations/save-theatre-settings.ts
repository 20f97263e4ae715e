import 'server-only';
import { putTheatreSettings } from '#lib/data/theatre-writes.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import type { CheckLine } from '#lib/domain/removal/removal-facts.ts';
import { ok, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { SaveTheatreSettingsInput } from '#lib/schemas/theatre.ts';
import { inTheatrePlan } from './in-theatre-plan.ts';

/** Changes what the clinic has set for its theatres; every open case is judged anew by the new list of checks. */
export function saveTheatreSettings({
  actor,
  input,
  now,
}: {
  actor: Actor;
  input: SaveTheatreSettingsInput;
  now: Instant;
}) {
  return inTheatrePlan<{ version: number }>({ actor, now }, ({ settings }) => {
    if (settings.version !== input.version) return refused({ kind: 'stale' });
    const after = {
      removalMin: input.removalMin,
      holdMin: input.holdHours * 60,
      leadMin: input.leadHours * 60,
      namesInCalendars: input.namesInCalendars,
      checks: checkLines(input.checks, settings.checks),
      version: input.version + 1,
    };
    return ok({
      value: { version: after.version },
      statements: putTheatreSettings(actor.clinicId, after, now),
      detail: { what: 'settings', before: settings, after },
    });
  });
}

/**
 * A check of before keeps its key in other words too, and with it what was recorded under it; a new one is named by its
 * words. Only the keys of before are taken over: no form can put a new check under another's record.
 */
function checkLines(lines: SaveTheatreSettingsInput['checks'], before: readonly CheckLine[]): CheckLine[] {
  const kept = new Set(lines.flatMap(({ key }) => (before.some((line) => line.key === key) ? [key] : [])));
  const used = new Set<string | null>(kept);
  return lines.map(({ key: known, label }) => {
    if (known !== null && kept.delete(known)) return { key: known, label };
    const stem = slug(label) || 'check';
    let key = stem;
    for (let count = 2; used.has(key); count++) key = `${stem}-${count}`;
    used.add(key);
    return { key, label };
  });
}

const slug = (label: string) =>
  label
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replaceAll(/^-+|-+$/g, '');
