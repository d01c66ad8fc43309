import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ComplaintState } from './complaint.states.js';
import type { Channel, Severity } from '../kernel/words.js';
import type { AnswerVia, NotDeterminedReason, Outcome } from './complaint.words.js';
import type { RetentionClass } from './retention/retention.words.js';

export interface Assessment {
  severity: Severity;
  safety: boolean;
  complexity: 'low' | 'medium' | 'high';
  impact: string;
  immediateAction: string | null;
}

export interface Resolution {
  outcome: Outcome;
  notDeterminedReason: NotDeterminedReason | null;
  explanation: string;
  rootCause: { causeId: string | null; text: string } | null;
  final: boolean;
  resolvedAt: string;
  resolvedBy: { id: string | null; name: string | null };
}

const time = { type: 'timestamptz', precision: 3 } as const;

/** A complaint as its row. What a front end sees of it stands in complaint.dto.ts. */
@Entity('complaints')
export class Complaint {
  @PrimaryColumn('uuid') id: string;
  @Column('text') reference: string;
  @Column('text') state: ComplaintState;
  @Column('integer', { default: 1 }) version: number;
  @Column('text') channel: Channel;
  @Column('text') language: string;
  @Column('text', { nullable: true }) subject: string | null;
  @Column('text') description: string;
  @Column('text', { nullable: true }) desiredOutcome: string | null;
  @Column('text', { nullable: true }) product: string | null;
  @Column('text', { nullable: true }) orderReference: string | null;
  @Column({ ...time, nullable: true }) occurredAt: Date | null;
  @Column('text', { nullable: true }) externalId: string | null;
  @Column('text', { array: true }) tags: string[];
  @Column('uuid', { nullable: true }) categoryId: string | null;
  @Column('text', { nullable: true }) complainantName: string | null;
  @Column('text', { nullable: true }) complainantEmail: string | null;
  @Column('text', { nullable: true }) complainantPhone: string | null;
  @Column('text', { nullable: true }) complainantAddress: string | null;
  @Column('uuid', { nullable: true }) customerId: string | null;
  @Column('uuid', { nullable: true }) accountId: string | null;
  /** The unit that answers for it, and reports it; it stays where that is retired. */
  @Column('uuid', { nullable: true }) legalEntityId: string | null;
  @Column('uuid', { nullable: true }) brandId: string | null;
  @Column('uuid', { nullable: true }) branchId: string | null;
  /** A representative is claimed or confirmed: there is one to be looked for. */
  @Column('boolean', { default: false }) represented: boolean;
  @Column('text') answerVia: AnswerVia;
  @Column('text', { nullable: true }) answerViaReason: string | null;
  @Column('text', { nullable: true }) severity: Severity | null;
  /** How the house classes this customer; what is promised may depend on it. */
  @Column('text', { nullable: true }) tier: string | null;
  @Column('jsonb', { nullable: true }) assessment: Assessment | null;
  @Column('text', { nullable: true }) summary: string | null;
  /** The owner as the customer was told: a later change of the user's name changes nothing here. */
  @Column('uuid', { nullable: true }) ownerId: string | null;
  @Column('text', { nullable: true }) ownerName: string | null;
  @Column('text', { nullable: true }) ownerEmail: string | null;
  @Column('text', { nullable: true }) ownerPhone: string | null;
  @Column({ ...time, nullable: true }) ownerAssignedAt: Date | null;
  @Column('integer') level: number;
  /** A decision was disputed: only then may one be final. */
  @Column('boolean') disputed: boolean;
  @Column('uuid', { array: true }) complainedAboutUserIds: string[];
  /** When the customer was told that nobody but a person complained about is left to act. */
  @Column({ ...time, nullable: true }) conflictToldAt: Date | null;
  @Column('jsonb', { nullable: true }) resolution: Resolution | null;
  /** Who decided before, kept over disputes: a final decision needs somebody else. */
  @Column('uuid', { array: true }) decidedByIds: string[];
  /** The state in which the customer was asked, to which the answer leads back. */
  @Column('text', { nullable: true }) askedIn: ComplaintState | null;
  @Column('integer') pausesUsed: number;
  /** Where it stood when it was withdrawn, declined or merged, and since when it is. */
  @Column('text', { nullable: true }) endedIn: ComplaintState | null;
  @Column({ ...time, nullable: true }) endedAt: Date | null;
  @Column({ ...time, nullable: true }) nextDueAt: Date | null;
  @Column({ ...time, nullable: true }) closesAt: Date | null;
  @Column({ ...time, nullable: true }) disputableUntil: Date | null;
  @Column('uuid', { nullable: true }) mergedIntoId: string | null;
  /** Complaints of the same customer, or of one reached in the same way, that came before, up to 99. */
  @Column('integer', { default: 0 }) earlierComplaints: number;
  /** Referrals to bodies outside the house that are not decided. While there is one, silence closes nothing. */
  @Column('integer', { default: 0 }) openReferrals: number;
  /** Raised when the tracking token is replaced: older ones open nothing. */
  @Column('integer') tokenGeneration: number;
  /** The standard that the promises come from, in the version that the complaint keeps. */
  @Column('uuid') standardId: string;
  @Column('integer') standardVersion: number;
  /** The regulator's profile that held when it was received. */
  @Column('text') profile: string;
  /** By when the customer was asked to answer. */
  @Column({ ...time, nullable: true }) replyBy: Date | null;
  /** Since when promises wait for the answer: the question left the house. */
  @Column({ ...time, nullable: true }) pausedSince: Date | null;
  /** The notice that silence will close the complaint. */
  @Column('uuid', { nullable: true }) closingNoticeId: string | null;
  /** When time alone will change something here: a warning, a breach, a missing answer, the end of a window. */
  @Column({ ...time, nullable: true }) wakeAt: Date | null;
  @Column(time) receivedAt: Date;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
  @Column({ ...time, nullable: true }) closedAt: Date | null;
  /** How long it is kept, and when that time is over. */
  @Column('text', { default: 'standard' }) retentionClass: RetentionClass;
  @Column({ ...time, nullable: true }) eraseAfter: Date | null;
  /** When everything personal was erased; nothing is written to it since. */
  @Column({ ...time, nullable: true }) erasedAt: Date | null;
}
