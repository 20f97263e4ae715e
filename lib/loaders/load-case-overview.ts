import 'server-only';
import { listStaff } from '#lib/data/clinic-staff.ts';
import { newId } from '#lib/data/new-id.ts';
import { can } from '#lib/domain/access/can.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import { inactiveSpans } from '#lib/domain/phase/inactive-spans.ts';
import { latestVersion } from '#lib/domain/protocol/version.ts';
import { type AdherenceCalendar, adherenceCalendar } from '#lib/view/adherence-calendar.ts';
import { type CaseStep, caseSteps } from '#lib/view/case-steps.ts';
import {
  type CaseQuery,
  type ChartOption,
  type ChartPages,
  chartChoice,
  chartPages,
  chartRange,
  deviceOptions,
  flagAddress,
  readingsAddress,
  spanOptions,
  viewOptions,
} from '#lib/view/chart-options.ts';
import { chartSummary } from '#lib/view/chart-summary.ts';
import { type DeviceRow, deviceRows } from '#lib/view/device-row.ts';
import { type ExpansionChart, expansionChart } from '#lib/view/expansion-chart.ts';
import { type FlagCard, flagCards } from '#lib/view/flag-card.ts';
import { type ForecastLine, forecastLines } from '#lib/view/forecast-lines.ts';
import { type NextSlot, nextSlot } from '#lib/view/next-slot.ts';
import { type PhaseRuler, phaseRuler } from '#lib/view/phase-ruler.ts';
import { type ProtocolSummary, protocolSummary } from '#lib/view/protocol-summary.ts';
import { loadCase } from './load-case.ts';

/** A flag, the address that opens its form, and the id of the decision while it is open: sent twice, it is one. */
export type FlagListItem = FlagCard & { href: string; decisionId: string | null };

/** Everything on the overview of a case, ready to be shown. */
export type CaseOverview = {
  caseId: string;
  /** What a new case still needs; null once it is under way. */
  steps: readonly CaseStep[] | null;
  ruler: PhaseRuler | null;
  /** Null before there is a device: nothing to draw. */
  chart: ExpansionChart | null;
  chartSummary: string;
  /** Where the slots of the chart are read out. */
  readingsHref: string;
  options: {
    devices: readonly ChartOption[];
    spans: readonly ChartOption[];
    views: readonly ChartOption[];
    pages: ChartPages;
  };
  isTable: boolean;
  flags: readonly FlagListItem[];
  mayDecide: boolean;
  /** Who decides about flags here; only while a form is open. */
  staff: readonly { value: string; label: string }[];
  protocol: ProtocolSummary | null;
  forecast: readonly ForecastLine[];
  nextSlot: NextSlot | null;
  calendar: AdherenceCalendar | null;
  devices: readonly DeviceRow[];
};

/** The case page: one look-up of the facts, one judgement, and their views. */
export async function loadCaseOverview(caseIdParam: string, query: CaseQuery): Promise<CaseOverview> {
  const { at, record, card, course, assessment } = await loadCase(caseIdParam);
  const { facts, header } = record;
  const devices = course.facts.devices;
  const path = `/cases/${at.caseId}`;
  const chart =
    devices.length === 0
      ? null
      : expansionChart(course, assessment, chartChoice(query, devices), chartRange(query));
  const context = {
    devices: assessment.devices,
    zone: facts.zone,
    defaults: header.clinicDefaults.tolerances,
  };
  return {
    caseId: at.caseId,
    steps: header.closedAt === null ? caseSteps(facts) : null,
    ruler: phaseRuler(assessment, facts.zone, at.now, inactiveSpans(course.facts, course.reached)),
    chart,
    chartSummary: chartSummary(assessment),
    readingsHref: readingsAddress(at.caseId, query),
    options: {
      devices: deviceOptions(path, query, devices),
      spans: chart === null ? [] : spanOptions(path, query, chart.window),
      views: viewOptions(path, query),
      pages: chart === null ? { earlier: null, later: null } : chartPages(path, query, chart.window),
    },
    isTable: query.view === 'table',
    flags: flagCards(assessment.flags, context, card.people, course).map((flag) => ({
      ...flag,
      href: flagAddress(path, query, flag.key),
      decisionId: flag.key === query.flag ? newId() : null,
    })),
    mayDecide: can(at.actor, 'flag.decide', { clinicId: at.clinic.id }) && header.closedAt === null,
    staff: query.flag === undefined ? [] : await deciders(at.clinic.id),
    protocol: course.inForce && protocolSummary(course.inForce, devices, card.people, facts.zone),
    forecast: forecastLines(assessment, latestVersion(facts.versions)?.consolidation ?? null, {
      clinicZone: at.clinic.zone,
      zone: facts.zone,
      now: at.now,
    }),
    nextSlot: nextSlot(assessment, facts.versions, facts.zone, at.now),
    calendar: adherenceCalendar(course, dayOf(facts.zone, at.now)),
    devices: deviceRows(devices, card.hardware, assessment, facts.zone),
  };
}

async function deciders(clinicId: string): Promise<CaseOverview['staff']> {
  const staff = await listStaff(clinicId);
  return staff
    .filter(({ id, roles }) => can({ personId: id, clinicId, roles }, 'flag.decide', { clinicId }))
    .map(({ id, name }) => ({ value: id, label: name }));
}
