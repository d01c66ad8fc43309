import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Strategy } from 'passport';
import type { Actor } from '../../kernel/actor.js';
import { TRACKING_LOOKUP, type TrackingLookup, TrackingTokens } from '../tracking-tokens.js';

/** Passport strategy for the tokens of complainants; its user is the `Actor`. */
@Injectable()
export class TrackingTokenStrategy extends Strategy {
  constructor(
    private readonly tokens: TrackingTokens,
    private readonly modules: ModuleRef,
  ) {
    super();
  }

  override authenticate(request: { headers: { authorization?: string } }): void {
    const token = request.headers.authorization?.replace(/^bearer /i, '') ?? '';
    this.complainant(token).then(
      (actor) => (actor ? this.success(actor) : this.fail(401)),
      (error: unknown) => this.error(error),
    );
  }

  private async complainant(token: string): Promise<Actor | null> {
    const claim = this.tokens.read(token);
    if (claim === null) return null;
    // Asked for at the first use: whoever keeps complaints lives on a floor above this one.
    const lookup = this.modules.get<TrackingLookup>(TRACKING_LOOKUP, { strict: false });
    const found = await lookup.complainantOf(claim);
    if (found === null) return null;
    const { name, complaintId } = found;
    return { kind: 'complainant', id: null, name, roles: ['complainant'], complaintId };
  }
}
