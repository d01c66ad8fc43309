import { Column, Entity, PrimaryColumn } from 'typeorm';

const time = { type: 'timestamptz', precision: 3 } as const;

/** What a customer was worth in a year, in one currency. Amounts are decimal text, to the cent. */
@Entity('customer_values')
export class CustomerValue {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') customerId: string;
  @Column('integer') year: number;
  @Column('text') currency: string;
  @Column('numeric') revenue: string;
  @Column('numeric') costToServe: string;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}
