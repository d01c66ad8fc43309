import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanName } from '../../../src/complaints/attachments/file-name.js';
import { declaredType, servedType, sniffType } from '../../../src/complaints/attachments/file-type.js';
import { asAttachment } from '../../../src/platform/http/download.js';
import { PNG } from './attachments.js';

describe('the name of a file', () => {
  it('is clean and short whatever was sent, and clean already where it was cleaned', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = cleanName(given);
        expect(name).not.toMatch(/[\\/\p{Cc}\p{Cf}\p{Cs}<>:"|?*]|^\.|^\s|[.\s]$|^$/u);
        expect([...name].length).toBeLessThanOrEqual(200);
        expect(cleanName(name)).toBe(name);
      }),
    );
  });

  it('goes into a header as ASCII, and comes out as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (given) => {
        const name = cleanName(given);
        const header = asAttachment(name);
        expect(header).toMatch(
          /^attachment; filename="[A-Za-z0-9._ -]+"; filename\*=UTF-8''[A-Za-z0-9!$&+._~%-]+$/,
        );
        expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(name);
      }),
    );
  });

  it('keeps its ending when it is too long', () => {
    expect(cleanName(`${'x'.repeat(500)}.jpeg`)).toBe(`${'x'.repeat(195)}.jpeg`);
    expect(cleanName(null)).toBe('file');
  });
});

describe('the type of a file', () => {
  it('is told by its bytes', async () => {
    expect(await sniffType(PNG)).toBe('image/png');
    expect(await sniffType(Buffer.from('%PDF-1.7\n'))).toBe('application/pdf');
    expect(await sniffType(Buffer.alloc(0))).toBe('application/octet-stream');
  });

  it.each(['text/html', 'image/svg+xml', 'application/xml', 'text/javascript', 'application/x-msdownload'])(
    'is said of no %s that is given out',
    (type) => {
      expect(servedType(type)).toBe('application/octet-stream');
    },
  );

  it('is said of pictures, documents, sounds and films', () => {
    const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    for (const type of ['image/png', 'application/pdf', docx, 'audio/mpeg', 'video/mp4'])
      expect(servedType(type)).toBe(type);
  });

  it('is kept as its sender said it where that is a type', () => {
    expect(declaredType('Text/HTML; charset=utf-8')).toBe('text/html');
    for (const given of [null, '', 'nonsense', 'a/b/c', 'text/ht\r\nml', `a/${'b'.repeat(200)}`])
      expect(declaredType(given)).toBe('application/octet-stream');
  });
});
