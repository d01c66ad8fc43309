import { query } from '../cluster.js';

/**
 * From now on the commit of a write can take long, and can fail when everything seemed done: a trigger that is deferred
 * to the commit waits after one entry of five, and refuses after one of thirty.
 */
export async function troubleCommits(databaseUrl: string): Promise<void> {
  await query(databaseUrl, TROUBLE);
}

const TROUBLE = `
  CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF random() < 0.2 THEN PERFORM pg_sleep(random() * 0.05); END IF;
    IF random() < 0.03 THEN RAISE EXCEPTION 'given up at the commit'; END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER trouble AFTER INSERT ON entries DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION trouble()`;
