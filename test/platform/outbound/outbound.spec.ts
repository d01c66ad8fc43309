import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LookupAddress } from 'node:dns';
import { isPublic } from '../../../src/platform/outbound/addresses.js';
import { Outbound, OutboundFailure, type Reply } from '../../../src/platform/outbound/outbound.js';
import { AddressRefused, guardedLookup, type Resolve } from '../../../src/platform/outbound/targets.js';
import { Target } from './target.js';

let target: Target;
let out: Outbound | undefined;
beforeAll(async () => (target = await Target.start()));
afterEach(async () => {
  await out?.onApplicationShutdown();
  out = undefined;
  target.forget();
});
afterAll(() => target.close());

const PUBLIC = { address: '93.184.215.14', family: 4 };
const PRIVATE = { address: '127.0.0.1', family: 4 };

describe('an address', () => {
  it.each([
    ...[
      '127.0.0.1',
      '127.255.255.254',
      '0.0.0.0',
      '10.0.0.1',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
    ],
    ...['100.64.0.1', '192.0.0.1', '192.0.2.1', '198.18.0.1', '203.0.113.1', '224.0.0.1', '240.0.0.1'],
    ...['255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1'],
    ...['::7f00:1', '64:ff9b::7f00:1', '64:ff9b:1::7f00:1', '2002:7f00:1::', '2001::1', '2001:db8::1'],
    ...['fc00::1', 'fd12::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '100::1', '4000::1'],
    ...['localhost', '', '2130706433', '1.2.3'],
  ])('%s is not on the open internet', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(['8.8.8.8', '93.184.215.14', '2001:4860:4860::8888', '2606:2800:220:1:248:1893:25c8:1946'])(
    '%s is on the open internet',
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );
});

describe('the way out', () => {
  it.each([
    ...[
      'https://127.0.0.1',
      'https://2130706433',
      'https://0x7f.1',
      'https://0x7f000001',
      'https://0177.0.0.1',
    ],
    ...['https://127.1', 'https:/\\127.0.0.1', 'https://0', 'https://１２７.0.0.1', 'https://127.0.0.1.'],
    ...['https://[::1]', 'https://[::ffff:127.0.0.1]', 'https://[::127.0.0.1]', 'https://[64:ff9b::7f00:1]'],
    ...['https://[fd00::1]', 'https://169.254.169.254', 'http://example.org', 'ftp://example.org'],
    ...['https://user:secret@example.org', 'https://10.1.2.3:8443/x'],
  ])('does not lead to %s', async (url) => {
    out = new Outbound([], never);
    expect(out.flawOf(url)).toEqual(expect.stringMatching(/^must/));
    expect(await failureOf(url)).toBe('address_refused');
  });

  it.each([
    ['a private address', [PRIVATE]],
    ['a public and a private address', [PUBLIC, PRIVATE]],
    ['a mapped address', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    ['a translated address', [{ address: '64:ff9b::7f00:1', family: 6 }]],
    ['nothing', []],
  ])('does not lead to a name that stands for %s', async (_, addresses) => {
    out = new Outbound([], (_host, _options, done) => {
      done(null, addresses);
    });
    expect(out.flawOf('https://hooks.example.org')).toBeNull();
    expect(await failureOf(`https://hooks.example.org:${target.port}`)).toBe('address_refused');
    expect(target.received).toHaveLength(0);
  });

  it('judges the very answer that the socket uses, each time: what was public once may be private now', async () => {
    const answers: LookupAddress[][] = [[PUBLIC], [PRIVATE]];
    const look = guardedLookup(new Set(), (_host, _options, done) => {
      done(null, answers.shift() ?? []);
    });
    const asked = (all: boolean) =>
      new Promise((resolve) => {
        look('rebinding.example', { all }, (error, address) => {
          resolve(error ?? address);
        });
      });
    expect(await asked(false)).toBe(PUBLIC.address);
    expect(await asked(false)).toBeInstanceOf(AddressRefused);
    answers.push([PUBLIC], [PUBLIC, PRIVATE]);
    expect(await asked(true)).toEqual([PUBLIC]);
    expect(await asked(true)).toBeInstanceOf(AddressRefused);
  });

  it('says that a name stands for nothing', async () => {
    out = new Outbound([], (_host, _options, done) => {
      done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
    });
    expect(await failureOf('https://nowhere.example')).toBe('host_unknown');
  });
});

describe('a trusted host', () => {
  it('is called by http in the own network', async () => {
    expect(await post()).toEqual({ status: 200, retryAfter: null });
    expect(target.received).toMatchObject([{ body: 'hello', headers: { 'x-one': '1' } }]);
  });

  it('is not followed where it redirects to', async () => {
    target.answer = { status: 302, headers: { location: `${target.url}/elsewhere` } };
    expect(await post()).toMatchObject({ status: 302 });
    expect(target.received).toHaveLength(1);
  });

  it('is not listened to without an end', async () => {
    target.answer = { status: 200, body: 'endless' };
    expect(await post()).toMatchObject({ status: 200 });
    expect(target.sent).toBeLessThan(16 * 1024 * 1024); // the buffers of the two sockets take some of it
  });

  it.each([
    ['seconds', { 'retry-after': '120' }, 120],
    ['a date', { 'retry-after': 'Fri, 20 Nov 2026 09:01:00 GMT', date: 'Fri, 20 Nov 2026 09:00:00 GMT' }, 60],
    ['rubbish', { 'retry-after': 'soon' }, null],
  ])('says when to come back in %s', async (_, headers, retryAfter) => {
    target.answer = { status: 503, headers };
    expect(await post()).toEqual({ status: 503, retryAfter });
  });

  it('is not waited for without an end', async () => {
    target.answer = 'never';
    out = new Outbound(['127.0.0.1'], undefined, 100);
    expect(await failureOf(target.url)).toBe('timeout');
  });

  it('must prove who it is where it is called by https', async () => {
    out = new Outbound(['127.0.0.1']);
    expect(await failureOf(target.url.replace('http:', 'https:'))).toBe('tls_failed');
  });

  it('is not there', async () => {
    out = new Outbound(['127.0.0.1']);
    expect(await failureOf('http://127.0.0.1:1')).toBe('connection_failed');
  });
});

function post(url = target.url): Promise<Reply> {
  out ??= new Outbound(['127.0.0.1']);
  return out.post({ url, headers: { 'x-one': '1' }, body: 'hello', signal: new AbortController().signal });
}

async function failureOf(url: string): Promise<string> {
  try {
    return String((await post(url)).status);
  } catch (error) {
    if (error instanceof OutboundFailure) return error.code;
    throw error;
  }
}

const never: Resolve = () => {
  throw new Error('nobody looks up an address that is none');
};
