import {
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  validateSync,
} from 'class-validator';
import { join, resolve } from 'node:path';
import { isHost, isHttpOrigin, isHttpUrl, isPostgresUrl, isProxy } from './config-forms.js';
import { StartError } from './start-error.js';

export const RUN_ROLES = ['api', 'worker', 'all'] as const;
export type RunRole = (typeof RUN_ROLES)[number];

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment says, read once at start. `.env.example` lists every variable with its default. */
export class Config {
  @Whole('a port number', 1, 65_535)
  port: number;

  @IsNotEmpty({ message: 'must be an address to listen on' })
  @Matches(/^[A-Za-z0-9.:_-]+$/, { message: 'must be an address to listen on, such as 127.0.0.1' })
  host: string;

  /** Where callers reach the API, without a slash at the end. */
  @Form('an http or https address without a query, such as https://complaints.example.org', isHttpUrl)
  publicUrl: string;

  /** Null: an embedded PostgreSQL in `dataDir`. */
  @IfGiven()
  @Form('a PostgreSQL address, such as postgres://user:password@host:5432/amends', isPostgresUrl)
  databaseUrl: string | null;

  /** Absolute. Holds the embedded database, the keys, and the first administrator's password. */
  dataDir: string;

  @IsIn(RUN_ROLES, { message: `must be one of ${RUN_ROLES.join(', ')}` })
  role: RunRole;

  /** Absolute. */
  keysDir: string;

  /** Of the first administrator. */
  @IfGiven()
  @IsEmail({}, { message: 'must be an email address' })
  adminEmail: string | null;

  @IfGiven()
  @Length(12, 200, { message: 'must have 12 to 200 characters' })
  adminPassword: string | null;

  /** Origins whose pages may call the API from a browser. */
  @Form('a comma list of origins, such as https://desk.example.org', isHttpOrigin, { each: true })
  corsOrigins: string[];

  /** Whom those who use the API can write to; stands in the OpenAPI document. */
  @IsEmail({}, { message: 'must be an email address' })
  contactEmail: string;

  /** Addresses or networks whose `X-Forwarded-For` is believed. */
  @Form('a comma list of addresses or networks, such as 10.0.0.0/8', isProxy, { each: true })
  trustedProxies: string[];

  /** Anonymous calls per address in 10 minutes; 0 is no limit. */
  @Whole('a number of calls', 0, 1_000_000)
  rateLimitPublic: number;

  /** What a regulator asks of the house, by the name of a profile; the profiles are known further up. */
  @Matches(/^[a-z][a-z0-9_]*$/, { message: 'must be the name of a profile, such as iso_10002' })
  regulatorProfile: string;

  /** Hosts that may be called by http and inside the own network; each start warns of them. */
  @Form('a comma list of hosts, such as hooks.internal,10.0.0.5', isHost, { each: true })
  insecureOutboundHosts: string[];

  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` })
  logLevel: LogLevel;
}

/**
 * Reads the environment. An empty variable counts as absent.
 * @throws StartError with one sentence for each variable that is wrong
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const text = (name: string) => environment[name]?.trim() || null;
  const config = new Config();
  config.port = number(text('PORT') ?? '3000');
  config.host = text('HOST') ?? '127.0.0.1';
  config.publicUrl = (text('PUBLIC_URL') ?? ownUrl(config)).replace(/\/+$/, '');
  config.databaseUrl = text('DATABASE_URL');
  config.dataDir = resolve(text('DATA_DIR') ?? 'data');
  config.role = (text('ROLE') ?? 'all') as RunRole;
  config.keysDir = resolve(text('KEYS_DIR') ?? join(config.dataDir, 'keys'));
  config.adminEmail = text('ADMIN_EMAIL');
  config.adminPassword = environment.ADMIN_PASSWORD || null;
  config.contactEmail = text('CONTACT_EMAIL') ?? 'api@amends.local';
  config.corsOrigins = list(text('CORS_ORIGINS'));
  config.trustedProxies = list(text('TRUSTED_PROXIES'));
  config.rateLimitPublic = number(text('RATE_LIMIT_PUBLIC') ?? '300');
  config.regulatorProfile = text('REGULATOR_PROFILE') ?? 'iso_10002';
  config.insecureOutboundHosts = list(text('INSECURE_OUTBOUND_HOSTS'));
  config.logLevel = (text('LOG_LEVEL') ?? 'info') as LogLevel;
  refuseBad(config);
  return config;
}

function number(text: string): number {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : NaN;
}

function list(text: string | null): string[] {
  return (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Where the program itself listens; from everywhere is, seen from here, this machine. */
function ownUrl({ host, port }: Config): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const url = `http://${name}:${port}`;
  return isHttpUrl(url) ? url : 'http://localhost'; // what is wrong with HOST or PORT is told under their names
}

function refuseBad(config: Config): void {
  const sentences = validateSync(config).map(({ property, constraints }) => {
    const [reason] = Object.values(constraints ?? {});
    return `${variableOf(property)} ${reason}.`;
  });
  if (sentences.length > 0) throw new StartError(sentences.join('\n'));
}

/** `rateLimitPublic` → `RATE_LIMIT_PUBLIC`. */
function variableOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

function IfGiven(): PropertyDecorator {
  return ValidateIf((_, value) => value !== null);
}

function Whole(meaning: string, min: number, max: number): PropertyDecorator {
  const message = `must be ${meaning} from ${min} to ${max}`;
  return (target, property) => {
    for (const rule of [IsInt({ message }), Min(min, { message }), Max(max, { message })])
      rule(target, property);
  };
}

function Form(
  form: string,
  fits: (text: string) => boolean,
  options: { each?: boolean } = {},
): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && fits(value);
  return ValidateBy({ name: 'form', validator: { validate } }, { ...options, message: `must be ${form}` });
}
