/**
 * What a column can hold, and the headings it is known by: those of the consumer complaint database of the CFPB, old
 * and new, and plain ones. Case, order, spaces and punctuation of a heading do not matter.
 */
const HEADINGS = {
  receivedAt: ['date received', 'received at', 'received', 'date'],
  channel: ['submitted via', 'channel'],
  product: ['product'],
  subProduct: ['sub product'],
  subject: ['issue', 'subject', 'title'],
  subIssue: ['sub issue'],
  description: ['consumer complaint narrative', 'description', 'narrative', 'complaint', 'text'],
  tags: ['tags'],
  externalId: ['complaint id', 'external id', 'id'],
  language: ['language'],
  occurredAt: ['occurred at'],
  desiredOutcome: ['desired outcome'],
  orderReference: ['order reference', 'order number', 'order'],
  name: ['complainant name', 'customer name', 'name'],
  email: ['complainant email', 'customer email', 'email'],
  phone: ['complainant phone', 'customer phone', 'phone'],
  address: ['complainant address', 'customer address', 'address'],
} as const;

export type Column = keyof typeof HEADINGS;

/** A row's fields by what they hold: null where the file has no such column, '' where the field is blank. */
export type Row = (column: Column) => string | null;

/** Where each column of the file stands. */
export class Columns {
  private readonly places: ReadonlyMap<Column, number>;

  constructor(private readonly header: string[]) {
    const plain = header.map(plainHeading);
    const found = (Object.keys(HEADINGS) as Column[]).map((column): [Column, number] => {
      const heading = HEADINGS[column].find((name) => plain.includes(name));
      return [column, heading === undefined ? -1 : plain.indexOf(heading)];
    });
    this.places = new Map(found.filter(([, place]) => place >= 0));
  }

  get count(): number {
    return this.header.length;
  }

  /** There is something that can be a complaint's words. */
  get suffice(): boolean {
    return this.places.has('description') || this.places.has('subject');
  }

  row(fields: string[]): Row {
    return (column) => {
      const place = this.places.get(column);
      return place === undefined ? null : (fields[place] ?? '').trim();
    };
  }
}

function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
