import process from 'node:process';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { hashPassword } from '#lib/auth/password.ts';
import { now } from '#lib/clock.ts';
import { pool } from '#lib/data/pool.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { isZone } from '#lib/domain/zone-offset.ts';
import { createFirstAdministrator } from '#lib/operations/create-first-administrator.ts';
import { withDatabase } from '#scripts/clinic/open-database.ts';
import { readPassword } from '#scripts/clinic/read-password.ts';
import { readSettings } from '#scripts/clinic/settings.ts';
import { Refusal, refusalFor } from '#scripts/system/refusal.ts';

const usage =
  'npm run admin:create -- --email you@clinic.example --name "Your Name" --clinic "Your Clinic" --zone Europe/London';

const text = (most: number) =>
  z.string(`is missing: ${usage}`).trim().min(1, 'is empty').max(most, 'is too long');

const request = z.object({
  email: z.email('is missing or no e-mail address').max(200, 'is too long').toLowerCase(),
  name: text(100),
  clinic: text(100).refine((name) => slugOf(name) !== '', 'needs a letter of a to z or a digit'),
  zone: text(60).refine(isZone, 'is no time zone such as Europe/London'),
});

const password = z.string().min(12, 'has fewer than 12 characters').max(200, 'has more than 200 characters');

const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function parse<T>(schema: z.ZodType<T>, value: unknown, what: (path: string) => string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Refusal(`${what(String(issue?.path[0] ?? ''))} ${issue?.message}; nothing was written.`);
}

function readArguments(args: string[]): z.output<typeof request> {
  const option = { type: 'string' } as const;
  let values: unknown;
  try {
    ({ values } = parseArgs({
      args,
      options: { email: option, name: option, clinic: option, zone: option },
    }));
  } catch {
    throw new Refusal(`Use it so: ${usage}`);
  }
  return parse(request, values, (name) => `--${name}`);
}

async function createAdministrator(databaseUrl: string, given: z.output<typeof request>, typed: string) {
  process.env.DATABASE_URL = databaseUrl;
  try {
    const { email, name, clinic, zone } = given;
    return await createFirstAdministrator({
      input: {
        clinic: { slug: slugOf(clinic), name: clinic, zone, phone: null, defaults: FIRST_DEFAULTS },
        email,
        name,
        passwordHash: await hashPassword(typed),
      },
      now: now(),
    });
  } finally {
    await pool().end();
  }
}

async function main(): Promise<void> {
  const settings = readSettings('production');
  try {
    const given = readArguments(process.argv.slice(2));
    const typed = parse(password, await readPassword(), () => 'The password');
    const result = await withDatabase(settings, (url) => createAdministrator(url, given, typed));
    if (!result.ok) {
      const taken =
        result.reason.kind === 'email-taken'
          ? `A person with the address ${given.email}`
          : `The clinic "${given.clinic}"`;
      throw new Refusal(`${taken} is there already; nothing was written.`);
    }
    process.stdout.write(
      `${given.name} is administrator of ${given.clinic} and signs in, at the address that npm start prints, with ${given.email}.\n`,
    );
  } catch (error) {
    throw refusalFor(error, { dataDir: settings.dataDir, databaseUrl: settings.environment.DATABASE_URL });
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${refusalFor(error, { dataDir: '' }).message}\n`);
  process.exitCode = 1;
});
