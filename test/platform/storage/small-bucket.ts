import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A bucket as far as the storage uses one: PUT, GET, DELETE and the list; it believes no digest that it is told. */
export class SmallBucket {
  readonly objects = new Map<string, { bytes: Buffer; at: Date }>();
  /** How many of the next PUTs fail as if the service were out of order. */
  failing = 0;
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const bytes = await bodyOf(request);
    const key = decodeURIComponent(pathname.replace(/^\/evidence\/?/, ''));
    if (request.method === 'GET' && key === '') {
      this.list(searchParams, response);
      return;
    }
    if (request.method === 'PUT') {
      this.put(key, bytes, request, response);
      return;
    }
    const found = this.objects.get(key);
    if (request.method === 'DELETE') {
      this.objects.delete(key);
      response.writeHead(204).end();
      return;
    }
    if (!found) {
      refuse(response, 404, 'NoSuchKey');
      return;
    }
    response.writeHead(200, { 'content-length': found.bytes.length }).end(found.bytes);
  }

  private put(key: string, bytes: Buffer, { headers }: IncomingMessage, response: ServerResponse): void {
    if (this.failing > 0) {
      this.failing -= 1;
      refuse(response, 500, 'InternalError');
      return;
    }
    const digest = createHash('sha256').update(bytes).digest('base64');
    if (headers['x-amz-checksum-sha256'] !== digest) {
      refuse(response, 400, 'BadDigest');
      return;
    }
    if (headers['content-encoding']?.includes('aws-chunked')) {
      refuse(response, 501, 'NotImplemented');
      return;
    }
    if (!headers.authorization?.startsWith('AWS4-HMAC-SHA256')) {
      refuse(response, 403, 'AccessDenied');
      return;
    }
    this.objects.set(key, { bytes, at: new Date(headers['x-test-time']?.toString() ?? '2026-11-20') });
    response.writeHead(200).end();
  }

  /** One key a page. */
  private list(query: URLSearchParams, response: ServerResponse): void {
    const prefix = query.get('prefix') ?? '';
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix)).sort();
    const at = Number(query.get('continuation-token') ?? 0);
    const key = keys[at];
    const found = this.objects.get(key ?? '');
    const contents = found
      ? `<Contents><Key>${key ?? ''}</Key><LastModified>${found.at.toISOString()}</LastModified></Contents>`
      : '';
    const more = at + 1 < keys.length;
    const next = more ? `<NextContinuationToken>${at + 1}</NextContinuationToken>` : '';
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end(
      `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents}</ListBucketResult>`,
    );
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
