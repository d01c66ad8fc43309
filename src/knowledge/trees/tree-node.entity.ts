import { Column, Entity, PrimaryColumn } from 'typeorm';

const time = { type: 'timestamptz', precision: 3 } as const;

/** A cause or a category. It is retired, never deleted: what names it keeps naming it. */
export abstract class TreeNode {
  @PrimaryColumn('uuid') id: string;
  /** Null for a root. */
  @Column('uuid', { nullable: true }) parentId: string | null;
  /** As it was given; unique below one parent without regard to case. */
  @Column('text') name: string;
  /** Names from the root down, its own last. */
  @Column('text', { array: true }) path: string[];
  @Column('boolean') retired: boolean;
  @Column('integer', { default: 1 }) version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}

/** Why something goes wrong. */
@Entity('causes')
export class Cause extends TreeNode {}

/** What a complaint is about. */
@Entity('categories')
export class Category extends TreeNode {}
