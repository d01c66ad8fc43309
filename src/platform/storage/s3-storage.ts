import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Refusal } from '../../kernel/refusal.js';
import { describeError } from '../logging/describe-error.js';
import type { Spool, Spooled } from './spool.js';
import { checkKey, isKey, Storage } from './storage.js';

const ATTEMPTS = 3;

/** What goes wrong is told by us. */
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** Files in a bucket of a service that speaks S3. Who we are is told by the AWS variables, or the machine's role. */
export class S3Storage extends Storage {
  private readonly logger = new Logger(S3Storage.name);
  private readonly client: S3Client;
  private readonly bucket: string;
  private readonly prefix: string;

  /** @param url `s3://bucket/prefix?region=…&endpoint=…` */
  constructor(spool: Spool, url: string) {
    super(spool);
    const { hostname, pathname, searchParams } = new URL(url);
    const endpoint = searchParams.get('endpoint') ?? undefined;
    this.bucket = hostname;
    this.prefix = pathname.replace(/^\/+/, '').replace(/(?<=[^/])\/*$/, '/');
    this.client = new S3Client({
      region: searchParams.get('region') ?? 'us-east-1',
      maxAttempts: ATTEMPTS,
      logger: SILENT,
      // Else a file in the middle of a stream is sent in a form that other services than Amazon's store as it came.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 3000, socketTimeout: 30_000 },
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    });
  }

  async get(key: string): Promise<Readable> {
    const command = new GetObjectCommand(this.at(key));
    const { Body } = await this.reach(() => this.client.send(command));
    if (!(Body instanceof Readable)) throw new Error('the storage answered no bytes');
    return Body;
  }

  async delete(key: string): Promise<void> {
    const command = new DeleteObjectCommand(this.at(key));
    await this.reach(() => this.client.send(command));
  }

  async *keysBefore(moment: Date): AsyncGenerator<string[]> {
    const { bucket: Bucket, prefix: Prefix } = this;
    for (let ContinuationToken: string | undefined, more = true; more;) {
      const request = new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken });
      const page = await this.reach(() => this.client.send(request));
      const old = (page.Contents ?? []).filter(({ LastModified: at }) => at !== undefined && at < moment);
      const keys = old.map(({ Key = '' }) => Key.slice(Prefix.length)).filter(isKey);
      if (keys.length > 0) yield keys;
      ContinuationToken = page.NextContinuationToken;
      more = ContinuationToken !== undefined;
    }
  }

  /** The service compares what arrived with the digest, and refuses anything else. */
  protected async keep({ path, size, sha256 }: Spooled, key: string): Promise<void> {
    const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
    const sizeAndType = { ContentLength: size, ContentType: 'application/octet-stream' };
    const send = () => {
      const Body = createReadStream(path);
      const command = new PutObjectCommand({ ...this.at(key), ...sizeAndType, ChecksumSHA256, Body });
      return this.client.send(command).finally(() => Body.destroy());
    };
    // A stream that was sent is used up: the client cannot try again by itself.
    for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        await send();
        return;
      } catch (error) {
        this.logger.warn({ what: 'a file could not be put yet', attempt, error: describeError(error) });
      }
    }
    await this.reach(send);
  }

  private at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: this.prefix + checkKey(key) };
  }

  /** @throws Refusal 503 where the service cannot be reached or refuses, which the log tells */
  private async reach<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.logger.error({ what: 'the storage failed', error: describeError(error) });
      throw new Refusal('unavailable', 'The files cannot be reached just now; try again.');
    }
  }
}

function ignore(): void {
  // nothing
}
