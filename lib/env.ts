import { z } from 'zod';

/** A setting that is missing or malformed; the message is one sentence that names it and never shows a secret. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

const isDatabaseUrl = (text: string) => {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  return protocol === 'postgres:' || protocol === 'postgresql:';
};

const isOrigin = (text: string) => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
};

/** `2026-03-01T08:00:00Z` stops the clock there; `+90m`, `-3d`, `+12h`, `+30s` shift it. */
const clock = z.string().transform((text, context) => {
  const shift = /^([+-]\d{1,6})([smhd])$/.exec(text);
  if (shift?.[1] && shift[2]) {
    const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[shift[2]] ?? 0;
    return { kind: 'shifted' as const, byMs: Number(shift[1]) * unitMs };
  }
  const at = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(at)) return { kind: 'fixed' as const, at };
  context.addIssue('give an instant such as 2026-03-01T08:00:00Z, or a shift such as +90m or -3d');
  return z.NEVER;
});

const isWebAddress = (text: string) =>
  URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);

const OIDC_NAMES = [
  'TURNWISE_OIDC_ISSUER',
  'TURNWISE_OIDC_CLIENT_ID',
  'TURNWISE_OIDC_CLIENT_SECRET',
  'TURNWISE_OIDC_NAME',
] as const;

const S3_NAMES = ['TURNWISE_S3_URL', 'TURNWISE_S3_KEY_ID', 'TURNWISE_S3_SECRET'] as const;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, `give a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((given) => given >= least && given <= most, `give a whole number from ${least} to ${most}`);

const settings = z
  .object({
    NODE_ENV: z.string().optional(),
    DATABASE_URL: z
      .string()
      .refine(
        isDatabaseUrl,
        'give a PostgreSQL address such as postgresql://user:password@host:5432/turnwise',
      )
      .optional(),
    TURNWISE_DATA_DIR: z.string().default('.data'),
    TURNWISE_HOST: z.string().default('127.0.0.1'),
    TURNWISE_PORT: wholeNumber(1, 65_535).default(3000),
    TURNWISE_URL: z
      .string()
      .refine(isOrigin, 'give the address people open, such as https://turnwise.example.org, without a path')
      .transform((text) => new URL(text).origin)
      .optional(),
    TURNWISE_SECRET: z.string().min(32, 'give at least 32 random characters').optional(),
    TURNWISE_OIDC_ISSUER: z
      .string()
      .refine(
        isWebAddress,
        'give the address of the issuer, such as https://login.hospital.example/realms/staff',
      )
      .transform((text) => text.replace(/\/$/, ''))
      .optional(),
    TURNWISE_OIDC_CLIENT_ID: z.string().optional(),
    TURNWISE_OIDC_CLIENT_SECRET: z.string().optional(),
    TURNWISE_OIDC_NAME: z.string().max(60, 'give at most 60 characters').optional(),
    TURNWISE_S3_URL: z
      .string()
      .refine(isWebAddress, 'give the address of the bucket, such as https://s3.example.org/photographs')
      .transform((text) => text.replace(/\/$/, ''))
      .optional(),
    TURNWISE_S3_REGION: z.string().max(60, 'give at most 60 characters').default('us-east-1'),
    TURNWISE_S3_KEY_ID: z.string().optional(),
    TURNWISE_S3_SECRET: z.string().optional(),
    TURNWISE_IDLE_MINUTES: wholeNumber(5, 1_440).default(30),
    TURNWISE_SESSION_HOURS: wholeNumber(1, 168).default(12),
    TURNWISE_TRUSTED_PROXIES: wholeNumber(0, 9).default(0),
    TURNWISE_LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], 'give debug, info, warn, error or silent')
      .default('info'),
    TURNWISE_CLOCK: clock.optional(),
    TURNWISE_ALLOW_TEST_CLOCK: z.literal('1', 'give 1, or leave it out').optional(),
  })
  .superRefine((env, context) => {
    if (env.TURNWISE_CLOCK && env.NODE_ENV === 'production' && !env.TURNWISE_ALLOW_TEST_CLOCK) {
      context.addIssue({
        code: 'custom',
        path: ['TURNWISE_CLOCK'],
        message: 'a running clinic keeps the real time; leave it out',
      });
    }
    for (const names of [OIDC_NAMES, S3_NAMES]) {
      const given = names.find((name) => env[name] !== undefined);
      const missing = names.find((name) => env[name] === undefined);
      if (given && missing) {
        context.addIssue({
          code: 'custom',
          path: [missing],
          message: `it is missing, and ${given} is set; set all of ${names.join(', ')}, or none`,
        });
      }
    }
  });

/** The settings, parsed. Names are those of the environment; `.env.example` explains each. */
export type Environment = z.output<typeof settings>;

const secretNames = new Set([
  'DATABASE_URL',
  'TURNWISE_SECRET',
  'TURNWISE_OIDC_CLIENT_SECRET',
  'TURNWISE_S3_SECRET',
]);

/**
 * Parses settings from a plain record such as `process.env`; an empty value counts as absent.
 * Throws an `EnvironmentError` for the first setting that is malformed.
 */
export function parseEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0] ?? 'The environment');
  const shown =
    secretNames.has(name) || given[name] === undefined ? '' : ` ("${String(given[name]).slice(0, 60)}")`;
  throw new EnvironmentError(`The setting ${name}${shown} cannot be used: ${issue?.message}.`);
}

let cached: Environment | undefined;

/** The settings of this process, parsed once, at the first call. Throws an `EnvironmentError`. */
export function environment(): Environment {
  cached ??= parseEnvironment(process.env);
  return cached;
}

/** The address of the database, which a running server always has. Throws an `EnvironmentError`. */
export function databaseUrl(): string {
  const url = environment().DATABASE_URL;
  if (url) return url;
  throw new EnvironmentError(
    'The setting DATABASE_URL is missing: start the software with npm start or npm run dev.',
  );
}
