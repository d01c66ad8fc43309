import { DataSource, DefaultNamingStrategy } from 'typeorm';
import { poolSettings } from './connection.js';
import { toSnake } from './names.js';

/** The entity classes that TypeORM is to know. */
export type Entities = (new () => object)[];

/**
 * The pool of connections and the mapping of entities; not connected yet.
 * @param role the database role that its connections take on, or null to stay what the URL says
 */
export function createDataSource(url: string, role: string | null, entities: Entities): DataSource {
  return new DataSource({
    type: 'postgres',
    entities,
    namingStrategy: new SnakeNaming(),
    installExtensions: false,
    logging: false,
    poolSize: 10,
    extra: poolSettings(url, role),
  });
}

/** `dueAt` of an entity is the column `due_at`. */
class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return [...prefixes, custom ?? property].map(toSnake).join('_');
  }

  override relationName(property: string): string {
    return toSnake(property);
  }

  override joinColumnName(relation: string, column: string): string {
    return toSnake(`${relation}_${column}`);
  }
}
