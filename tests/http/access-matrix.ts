import type { Role } from '#lib/domain/access/actor.ts';

/**
 * Who may call what. `who`: the roles that the gate lets through in their own clinic, or anybody signed in, or
 * everybody. `names`: what of a clinic the call names, so that the same roles of another clinic must not find it;
 * without it they get to the same place in their own clinic.
 */
export type Access = { who: readonly Role[] | 'signed-in' | 'everybody'; names?: 'case' | 'person' };

const readers = ['surgeon', 'nurse', 'scheduler'] as const;
const clinicians = ['surgeon', 'nurse'] as const;
const administrators = ['administrator'] as const;

export const ACCESS: Readonly<Record<string, Access>> = {
  'page /sign-in': { who: 'everybody' },
  'page /sign-in/code': { who: 'everybody' },
  'page /set-password/[token]': { who: 'everybody' },
  'page /account': { who: 'signed-in' },
  // Who reads no cases and manages people is led to the people.
  'page /': { who: 'signed-in' },
  'page /hand-over': { who: readers },
  'page /admin/people': { who: administrators },
  'page /admin/people/[personId]': { who: administrators, names: 'person' },
  'page /admin/defaults': { who: administrators },
  'page /admin/tuning': { who: administrators },
  'page /cases/new': { who: clinicians },
  'page /cases/[caseId]': { who: readers, names: 'case' },
  'page /cases/[caseId]/complications': { who: readers, names: 'case' },
  'page /cases/[caseId]/devices': { who: readers, names: 'case' },
  'page /cases/[caseId]/measurements': { who: readers, names: 'case' },
  'page /cases/[caseId]/patient': { who: readers, names: 'case' },
  'page /cases/[caseId]/protocol': { who: readers, names: 'case' },
  'page /cases/[caseId]/protocol/sheet': { who: readers, names: 'case' },
  'page /cases/[caseId]/print': { who: readers, names: 'case' },
  'page /cases/[caseId]/timeline': { who: readers, names: 'case' },
  'page /cases/[caseId]/timeline/letter': { who: readers, names: 'case' },
  'page /cases/[caseId]/turns': { who: readers, names: 'case' },
  'page /cases/[caseId]/turns/call': { who: clinicians, names: 'case' },
  'page /cases/[caseId]/turns/import': { who: clinicians, names: 'case' },
  'page /cases/[caseId]/turns/sheet': { who: clinicians, names: 'case' },

  'GET /api/health': { who: 'everybody' },
  'GET /api/auth/[...nextauth]': { who: 'everybody' },
  'POST /api/auth/[...nextauth]': { who: 'everybody' },
  'GET /api/cases/[caseId]/turn-import': { who: clinicians, names: 'case' },
  'POST /api/cases/[caseId]/turn-import': { who: clinicians, names: 'case' },
  'GET /api/case-changes': { who: readers },
  'GET /api/worklist-rows': { who: readers },
  'GET /api/tuning': { who: administrators },
  'GET /api/session/hospital': { who: 'everybody' },
  'POST /api/session/keep-alive': { who: 'signed-in' },
  'POST /api/session/sign-out': { who: 'everybody' },

  signInAction: { who: 'everybody' },
  enterCodeAction: { who: 'everybody' },
  setPasswordAction: { who: 'everybody' },
  changePasswordAction: { who: 'signed-in' },
  changeSecondFactorAction: { who: 'signed-in' },
  endSessionsAction: { who: 'signed-in' },
  switchClinicAction: { who: 'signed-in' },
  changeClinicSettingsAction: { who: administrators },
  addPersonAction: { who: administrators },
  changeRolesAction: { who: administrators },
  disablePersonAction: { who: administrators },
  enablePersonAction: { who: administrators },
  makePasswordLinkAction: { who: administrators },
  resetSecondFactorAction: { who: administrators },
  markHandOverAction: { who: readers },
  openCaseAction: { who: clinicians },
  updateCaseAction: { who: clinicians, names: 'case' },
  updatePatientAction: { who: clinicians, names: 'case' },
  saveCaregiverAction: { who: clinicians, names: 'case' },
  closeCaseAction: { who: clinicians, names: 'case' },
  tellProtocolAction: { who: clinicians, names: 'case' },
  recordCourseEventAction: { who: clinicians, names: 'case' },
  placeDeviceAction: { who: clinicians, names: 'case' },
  correctDeviceAction: { who: clinicians, names: 'case' },
  publishProtocolAction: { who: clinicians, names: 'case' },
  recordOperationAction: { who: readers, names: 'case' },
  recordMeasurementAction: { who: clinicians, names: 'case' },
  recordComplicationAction: { who: clinicians, names: 'case' },
  correctComplicationAction: { who: clinicians, names: 'case' },
  followComplicationAction: { who: clinicians, names: 'case' },
  recordCallAction: { who: clinicians, names: 'case' },
  recordSheetAction: { who: clinicians, names: 'case' },
  correctTurnAction: { who: clinicians, names: 'case' },
  decideFlagAction: { who: clinicians, names: 'case' },
};
