import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** A file as it leaves. */
export interface Download {
  bytes: Readable;
  name: string;
  /** What is said of it; never something that a browser would run. */
  type: string;
  /** In bytes. */
  size: number;
  /** Of the bytes, in hexadecimal. */
  sha256: string;
}

/**
 * Answers a file that somebody else brought: to be saved and never shown, whatever it holds. A reader can tell by
 * `Content-Digest` (RFC 9530) whether it arrived as it was kept.
 */
export function download(reply: FastifyReply, { bytes, name, type, size, sha256 }: Download): StreamableFile {
  reply.headers({
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Content-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
  });
  return new StreamableFile(bytes, { type, length: size, disposition: asAttachment(name) });
}

/** RFC 6266: the name in ASCII for those who know no better, and as it is (RFC 8187). */
export function asAttachment(name: string): string {
  const ascii = name.replace(/[^A-Za-z0-9._ -]/gu, '_');
  const exact = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, percent);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
