import { Entity, PrimaryColumn } from 'typeorm';
import type { SubjectType } from '../entry-fields.js';

/**
 * Whom a record of access concerns: an index beside the log, so that it can be asked who read of somebody. The record
 * itself is the entry whose subject has this id.
 */
@Entity('access_records')
export class AccessRecord {
  @PrimaryColumn('uuid') id: string;
  @PrimaryColumn('text') subjectType: SubjectType;
  @PrimaryColumn('uuid') subjectId: string;
}
