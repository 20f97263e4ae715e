import type { Role } from '#lib/domain/access/actor.ts';

/** An account of the demonstration. Its clinic is given by name. */
export type DemoAccount = { role: Role; name: string; email: string; password: string; clinic: string };

export const FIRST_CLINIC = "Northmere Children's Hospital";
export const SECOND_CLINIC = 'Hospital Infantil Valle Alto';

// One password for all: the people are invented, and who tries them out should not have to look it up again.
const password = 'half-turn-mornings';

const at =
  (clinic: string, domain: string) =>
  (role: Role, name: string, local: string): DemoAccount => ({
    role,
    name,
    email: `${local}@${domain}`,
    password,
    clinic,
  });
const northmere = at(FIRST_CLINIC, 'northmere.example');
const valleAlto = at(SECOND_CLINIC, 'vallealto.example');

/** Everybody who works in the two clinics of the demonstration: invented people. The first clinic comes first. */
export const demoAccounts: readonly DemoAccount[] = [
  northmere('surgeon', 'Ingrid Halvorsen', 'ingrid.halvorsen'),
  northmere('surgeon', 'Tunde Adeyinka', 'tunde.adeyinka'),
  northmere('surgeon', 'Rosalind Pennock', 'rosalind.pennock'),
  northmere('nurse', 'Maeve Corrigan', 'maeve.corrigan'),
  northmere('nurse', 'Joseph Anandan', 'joseph.anandan'),
  northmere('scheduler', 'Petra Lindholm', 'petra.lindholm'),
  northmere('administrator', 'Gareth Owusu', 'gareth.owusu'),
  valleAlto('surgeon', 'Camilo Arbeláez', 'camilo.arbelaez'),
  valleAlto('nurse', 'Luz Marina Quintero', 'luz.quintero'),
  valleAlto('scheduler', 'Andrés Pardo', 'andres.pardo'),
  valleAlto('administrator', 'Beatriz Solano', 'beatriz.solano'),
];
