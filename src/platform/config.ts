import { IsEmail, IsIn, IsNotEmpty, Length, Matches, validateSync } from 'class-validator';
import { join, resolve } from 'node:path';
import {
  isClamdUrl,
  isHost,
  isHttpOrigin,
  isHttpUrl,
  isImapUrl,
  isPageUrl,
  isPostgresUrl,
  isProxy,
  isSmtpUrl,
  isStorageUrl,
  missingOfMail,
  ownUrl,
  senderOf,
} from './config-forms.js';
import { Form, IfGiven, Whole } from './config-rules.js';
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

  /** Absolute. Holds the embedded database, the attachments, the keys, and the first administrator's password. */
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

  /** Who gets what was signed of the log, once a day by mail; null: nobody. */
  @IfGiven()
  @IsEmail({}, { message: 'must be an email address' })
  auditorEmail: string | null;

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

  /** The mail server that takes our mails; null: customers are answered on the tracking page. */
  @IfGiven()
  @Form('the address of a mail server, such as smtp://user:password@mail.example.org:587', isSmtpUrl)
  smtpUrl: string | null;

  /** Whom the mails come from. */
  @IfGiven()
  @Form('an address, such as Amends <help@example.org>', (text) => senderOf(text) !== null)
  mailFrom: string | null;

  /** The address whose `+…` variants take the answers to our mails; null: they go to the sender. */
  @IfGiven()
  @IsEmail({}, { message: 'must be an email address' })
  mailReplyTo: string | null;

  /** A page of the house that opens a tracking token: `#` and the token are added. */
  @IfGiven()
  @Form('an http or https address without a fragment, such as https://example.org/complaint', isPageUrl)
  trackingPageUrl: string | null;

  /** The mailbox that mails of customers come into; null: none is looked into. */
  @IfGiven()
  @Form('the address of a mailbox, such as imaps://user:password@mail.example.org/INBOX', isImapUrl)
  imapUrl: string | null;

  /** Null: attachments are kept in `dataDir`. */
  @IfGiven()
  @Form('a bucket, such as s3://bucket/prefix?region=eu-central-1', isStorageUrl)
  storageUrl: string | null;

  /** Null: nobody looks for malware in attachments. */
  @IfGiven()
  @Form('the address of a clamd, such as tcp://127.0.0.1:3310', isClamdUrl)
  clamdUrl: string | null;

  /** A page of the house on which its people open a complaint: `/` and its id are added. */
  @IfGiven()
  @Form('an http or https address without a query, such as https://desk.example.org/complaints', isHttpUrl)
  staffPageUrl: string | null;
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
  config.auditorEmail = text('AUDITOR_EMAIL');
  config.contactEmail = text('CONTACT_EMAIL') ?? 'api@amends.local';
  config.corsOrigins = list(text('CORS_ORIGINS'));
  config.trustedProxies = list(text('TRUSTED_PROXIES'));
  config.rateLimitPublic = number(text('RATE_LIMIT_PUBLIC') ?? '300');
  config.regulatorProfile = text('REGULATOR_PROFILE') ?? 'iso_10002';
  config.smtpUrl = text('SMTP_URL');
  config.mailFrom = text('MAIL_FROM');
  config.mailReplyTo = text('MAIL_REPLY_TO');
  config.trackingPageUrl = text('TRACKING_PAGE_URL');
  config.staffPageUrl = text('STAFF_PAGE_URL')?.replace(/\/+$/, '') ?? null;
  config.imapUrl = text('IMAP_URL');
  config.storageUrl = text('STORAGE_URL');
  config.clamdUrl = text('CLAMD_URL');
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

function refuseBad(config: Config): void {
  const sentences = validateSync(config).map(({ property, constraints }) => {
    const [reason] = Object.values(constraints ?? {});
    return `${variableOf(property)} ${reason}.`;
  });
  if (sentences.length === 0) sentences.push(...missingOfMail(config));
  if (sentences.length > 0) throw new StartError(sentences.join('\n'));
}

/** `rateLimitPublic` → `RATE_LIMIT_PUBLIC`. */
function variableOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
