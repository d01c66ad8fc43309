import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { readConfig } from '../../src/platform/config.js';
import { StartError } from '../../src/platform/start-error.js';

function refusalOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

test('an empty environment has defaults for everything', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:3000',
    databaseUrl: null,
    dataDir: resolve('data'),
    role: 'all',
    keysDir: resolve('data/keys'),
    adminEmail: null,
    adminPassword: null,
    corsOrigins: [],
    trustedProxies: [],
    auditorEmail: null,
    contactEmail: 'api@amends.local',
    rateLimitPublic: 300,
    storageUrl: null,
    clamdUrl: null,
    regulatorProfile: 'iso_10002',
    smtpUrl: null,
    mailFrom: null,
    mailReplyTo: null,
    trackingPageUrl: null,
    staffPageUrl: null,
    imapUrl: null,
    insecureOutboundHosts: [],
    logLevel: 'info',
  });
});

test('.env.example shows each variable with its default', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8'));
  expect(readConfig(example)).toEqual(readConfig({}));
  const shown = Object.keys(example).map((name) => name.toLowerCase().replaceAll('_', ''));
  expect(shown.sort()).toEqual(
    Object.keys(readConfig({}))
      .map((name) => name.toLowerCase())
      .sort(),
  );
});

test('what is given is read', () => {
  const config = readConfig({
    PORT: ' 8080 ',
    PUBLIC_URL: 'https://complaints.example.org/desk/',
    DATABASE_URL: 'postgresql://user@db/amends',
    DATA_DIR: '/srv/amends',
    ROLE: 'worker',
    ADMIN_EMAIL: 'ada@example.org',
    CONTACT_EMAIL: 'api@example.org',
    ADMIN_PASSWORD: ' twelve chars or more ',
    CORS_ORIGINS: 'https://a.example, http://localhost:5173',
    TRUSTED_PROXIES: '10.0.0.0/8,::1,loopback',
    RATE_LIMIT_PUBLIC: '0',
    REGULATOR_PROFILE: 'uk_disp',
    SMTP_URL: 'smtps://desk:p%40ss@mail.example.org',
    MAIL_FROM: 'Example Ltd <help@example.org>',
    MAIL_REPLY_TO: 'help@example.org',
    IMAP_URL: 'imaps://help:p%40ss@mail.example.org/INBOX/Complaints',
    TRACKING_PAGE_URL: 'https://example.org/complaint?lang=en',
    STORAGE_URL: 's3://evidence/of/amends?region=eu-central-1&endpoint=https%3A%2F%2Fs3.example.org',
    CLAMD_URL: 'tcp://clamd:3310',
    STAFF_PAGE_URL: 'https://desk.example.org/complaints/',
    LOG_LEVEL: 'silent',
  });
  expect(config).toMatchObject({
    port: 8080,
    publicUrl: 'https://complaints.example.org/desk',
    databaseUrl: 'postgresql://user@db/amends',
    dataDir: '/srv/amends',
    keysDir: '/srv/amends/keys',
    role: 'worker',
    contactEmail: 'api@example.org',
    adminPassword: ' twelve chars or more ',
    corsOrigins: ['https://a.example', 'http://localhost:5173'],
    trustedProxies: ['10.0.0.0/8', '::1', 'loopback'],
    rateLimitPublic: 0,
    regulatorProfile: 'uk_disp',
    smtpUrl: 'smtps://desk:p%40ss@mail.example.org',
    mailFrom: 'Example Ltd <help@example.org>',
    mailReplyTo: 'help@example.org',
    imapUrl: 'imaps://help:p%40ss@mail.example.org/INBOX/Complaints',
    trackingPageUrl: 'https://example.org/complaint?lang=en',
    storageUrl: 's3://evidence/of/amends?region=eu-central-1&endpoint=https%3A%2F%2Fs3.example.org',
    clamdUrl: 'tcp://clamd:3310',
    staffPageUrl: 'https://desk.example.org/complaints',
    logLevel: 'silent',
  });
});

test.each([
  ['0.0.0.0', 'http://localhost:3000'],
  ['::1', 'http://[::1]:3000'],
  ['desk.example.org', 'http://desk.example.org:3000'],
])('with HOST %s callers reach it at %s', (HOST, publicUrl) => {
  expect(readConfig({ HOST }).publicUrl).toBe(publicUrl);
});

describe('a bad value is refused by name:', () => {
  test.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['PORT', '0x50'],
    ['PORT', 'http'],
    ['HOST', 'two words'],
    ['PUBLIC_URL', 'complaints.example.org'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['PUBLIC_URL', 'https://example.org/?a=b'],
    ['PUBLIC_URL', 'https://user:password@example.org'],
    ['DATABASE_URL', 'mysql://db/amends'],
    ['DATABASE_URL', 'amends'],
    ['IMAP_URL', 'https://mail.example.org'],
    ['IMAP_URL', 'imaps://mail.example.org'],
    ['IMAP_URL', 'imaps://help:%@mail.example.org'],
    ['STORAGE_URL', 'https://bucket.example.org'],
    ['STORAGE_URL', 's3://'],
    ['STORAGE_URL', 's3://key:secret@bucket'],
    ['STORAGE_URL', 's3://bucket?endpoint=s3.example.org'],
    ['STORAGE_URL', 's3://bucket?secret=x'],
    ['CLAMD_URL', 'clamd:3310'],
    ['CLAMD_URL', 'tcp://clamd'],
    ['CLAMD_URL', 'http://clamd:3310'],
    ['ROLE', 'boss'],
    ['ADMIN_EMAIL', 'ada'],
    ['CONTACT_EMAIL', 'api'],
    ['ADMIN_PASSWORD', 'eleven char'],
    ['ADMIN_PASSWORD', 'x'.repeat(201)],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'https://a.example/'],
    ['CORS_ORIGINS', 'https://a.example,b.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['RATE_LIMIT_PUBLIC', '-1'],
    ['RATE_LIMIT_PUBLIC', '1.5'],
    ['REGULATOR_PROFILE', 'UK DISP'],
    ['SMTP_URL', 'mail.example.org'],
    ['SMTP_URL', 'http://mail.example.org'],
    ['SMTP_URL', 'smtp://mail.example.org/box'],
    ['SMTP_URL', 'smtp://user:%ff@mail.example.org'],
    ['MAIL_FROM', 'Example Ltd'],
    ['MAIL_FROM', 'a@b.example, c@d.example'],
    ['MAIL_FROM', '"x" <y@z.example> <help@example.org>'],
    ['MAIL_REPLY_TO', 'help'],
    ['TRACKING_PAGE_URL', 'https://example.org/#complaint'],
    ['STAFF_PAGE_URL', 'https://desk.example.org/?id='],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s', (name, value) => {
    expect(refusalOf({ [name]: value })).toMatch(new RegExp(`^${name} must [^\n]+\\.$`));
  });
});

test('several bad values are told at once, a line each', () => {
  const lines = refusalOf({ PORT: 'x', ROLE: 'y', HOST: ' z z ' }).split('\n');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'HOST', 'ROLE']);
});

test('a refusal does not repeat what may be secret', () => {
  const refusal = refusalOf({ ADMIN_PASSWORD: 'hush', DATABASE_URL: 'mysql://user:hush@db' });
  expect(refusal).not.toContain('hush');
});

test.each([
  ['SMTP_URL', 'smtp://mail.example.org', 'MAIL_FROM must be given with SMTP_URL.'],
  ['MAIL_FROM', 'help@example.org', 'SMTP_URL must be given with MAIL_FROM.'],
])('%s alone is not enough for mail', (name, value, sentence) => {
  expect(refusalOf({ [name]: value })).toBe(sentence);
});
