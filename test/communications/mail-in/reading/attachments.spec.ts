import { describe, expect, it } from '@jest/globals';
import { MULTIPART, multipart, read } from '../mails.js';

describe('an attachment', () => {
  const attached = async (disposition: string, type = 'application/octet-stream') => {
    const part = `Content-Type: ${type}\nContent-Transfer-Encoding: base64\nContent-Disposition: ${disposition}`;
    const mail = await read(
      MULTIPART,
      multipart(['Content-Type: text/plain', 'See.'], [part, 'PGI+aGk8L2I+']),
    );
    expect(mail.text).toBe('See.');
    return mail.attachments[0];
  };

  it('keeps its bytes and the type that the sender gave it', async () => {
    expect(await attached('attachment; filename="page.html"')).toMatchObject({
      fileName: 'page.html',
      declaredType: 'application/octet-stream',
      content: Buffer.from('<b>hi</b>'),
      inline: false,
      contentId: null,
    });
    expect(await attached('inline', 'image/png\nContent-ID: <logo@x>')).toMatchObject({
      inline: true,
      contentId: 'logo@x',
    });
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\Users\\\\marta\\\\leg.jpg', 'leg.jpg'],
    ["utf-8''%2e%2e%2fa%0d%0aX-Evil%3a%20b.txt", 'aX-Evil_ b.txt'],
    ["utf-8''invoice%E2%80%AEfdp.exe", 'invoicefdp.exe'],
    ["utf-8''%00.htaccess", 'htaccess'],
    ['CON.txt', '_CON.txt'],
    ['..', 'unnamed'],
  ])('named %s is called %s', async (given, kept) => {
    const name = given.startsWith('utf-8') ? `filename*=${given}` : `filename="${given}"`;
    expect((await attached(`attachment; ${name}`))?.fileName).toBe(kept);
  });

  it('with a name that is too long keeps its extension', async () => {
    const name = (await attached(`attachment; filename="${'a'.repeat(700)}.pdf"`))?.fileName ?? '';
    expect(name).toMatch(/^a+\.pdf$/);
    expect(name).toHaveLength(200);
  });

  it('may be a whole message, which is not opened', async () => {
    const inner = 'From: evil@example.org\nSubject: inner\n\nInner words.';
    const mail = await read(
      MULTIPART,
      multipart(['Content-Type: message/rfc822\nContent-Disposition: inline', inner]),
    );
    expect(mail.text).toBeNull();
    expect(mail.attachments).toMatchObject([{ declaredType: 'message/rfc822' }]);
  });
});
