import { Injectable } from '@nestjs/common';
import { type InputError, inputError, invalid } from '../kernel/refusal.js';
import { Database } from '../platform/database/database.js';

interface Named {
  calendarId?: string | null;
  appliesTo?: { categoryIds?: string[] | null } | null;
}

/** Checks that the ids in the body of a standard name something. */
@Injectable()
export class StandardReferences {
  constructor(private readonly database: Database) {}

  /** @throws Refusal 400 with every id that names nothing */
  async check({ calendarId, appliesTo }: Named): Promise<void> {
    const errors: InputError[] = [];
    const categories = appliesTo?.categoryIds ?? [];
    const known = categories.length > 0 ? await this.knownCategories(categories) : [];
    categories.forEach((id, index) => {
      if (!known.includes(id)) errors.push(inputError(`/appliesTo/categoryIds/${index}`, 'not_found'));
    });
    if (calendarId && !(await this.hasCalendar(calendarId)))
      errors.push(inputError('/calendarId', 'not_found'));
    if (errors.length > 0) throw invalid(errors);
  }

  /** A retired one stays where it was chosen, on complaints as well. */
  private async knownCategories(ids: string[]): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      'SELECT c.id FROM categories c WHERE c.id = ANY ($1::uuid[])',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  private async hasCalendar(id: string): Promise<boolean> {
    const found = await this.database.read('SELECT 1 AS found FROM calendars c WHERE c.id = $1', [id]);
    return found.length > 0;
  }
}
