import 'server-only';
import type { AtCase } from '#lib/auth/gate.ts';
import { findCase } from '#lib/data/case-facts.ts';
import { pool } from '#lib/data/pool.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import type { Centi, Day } from '#lib/domain/units.ts';
import { turnSlots } from '#lib/view/turn-slots.ts';

/** What a file of turns is read against, and the slots that a template offers. */
export type LoadedTurnImport = {
  facts: CaseFacts;
  expectedCenti: (deviceId: string, day: Day, slot: number) => Centi;
  /** Slots of the last days that lack a report, oldest first. */
  open: readonly { day: Day; slot: number; deviceLabel: string }[];
};

const TEMPLATE_DAYS = 14;

/** The case behind an import that passed the gate; null when it is gone. */
export async function loadTurnImport({ clinic, caseId, now }: AtCase): Promise<LoadedTurnImport | null> {
  const record = await findCase(pool(), { clinicId: clinic.id, caseId });
  if (!record) return null;
  const { facts } = record;
  const course = buildCourse(facts, now);
  const today = dayOf(facts.zone, now);
  const first = course.devices.reduce((day, { entries }) => Math.min(day, entries[0]?.day ?? day), today);
  const slots = turnSlots(course, first, today + 1);
  const expected = new Map<string, Centi>();
  for (const slot of slots) {
    for (const [index, { device }] of course.devices.entries()) {
      expected.set(keyOf(device.id, slot.day, slot.slot), slot.devices[index]?.expectedCenti ?? 0);
    }
  }
  return {
    facts,
    expectedCenti: (deviceId, day, slot) => expected.get(keyOf(deviceId, day, slot)) ?? 0,
    open: slots
      .filter(({ day }) => day > today - TEMPLATE_DAYS)
      .flatMap(({ day, slot, devices }) =>
        course.devices.flatMap(({ device }, index) => {
          const of = devices[index];
          const isOpen = of?.planKind === 'turn' && of.entry?.reports.length === 0;
          return isOpen ? { day, slot, deviceLabel: device.label } : [];
        }),
      ),
  };
}

function keyOf(deviceId: string, day: Day, slot: number): string {
  return `${deviceId} ${day} ${slot}`;
}
