import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LetterKind } from '../../communications/letters/kinds.js';
import type { ActorKind } from '../../kernel/actor.js';
import type { AnswerVia, DeliveryState, MessageKind, PromiseKind, SaidHow } from '../complaint.words.js';

const time = { type: 'timestamptz', precision: 3 } as const;

/** Words between the house and the customer, or an internal note. */
@Entity('messages')
export class Message {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') complaintId: string;
  @Column('text') audience: 'customer' | 'internal';
  @Column('text') direction: 'in' | 'out';
  @Column('text') kind: MessageKind;
  @Column('text') body: string;
  /** For mail; null for words of the customer and notes, as the next three: by which template it was written. */
  @Column('text', { nullable: true }) subject: string | null;
  @Column('text', { nullable: true }) templateKind: LetterKind | null;
  @Column('text', { nullable: true }) templateLanguage: string | null;
  @Column('integer', { nullable: true }) templateVersion: number | null;
  /** Written by the product with no person's words in it: keeps no promise and hears nobody. */
  @Column('boolean') automatic: boolean;
  @Column('text') authorKind: ActorKind;
  @Column('uuid', { nullable: true }) authorId: string | null;
  @Column('text', { nullable: true }) authorName: string | null;
  /** The kinds of promise that its handing over keeps. */
  @Column('text', { array: true }) keeps: PromiseKind[];
  @Column('text', { nullable: true }) deliveryVia: AnswerVia | SaidHow | null;
  @Column('text', { nullable: true }) deliveryState: DeliveryState | null;
  @Column({ ...time, nullable: true }) deliveryAt: Date | null;
  @Column({ ...time, nullable: true }) heardAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
}
