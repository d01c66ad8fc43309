-- What every later migration stands on: who may do what with a table.
-- The pool's connections run as the role amends_app, which owns nothing. Where the server refuses to create the
-- role, nothing is granted and the pool runs as the owner; when the role appears later, the next start grants.

CREATE TABLE app_privileges (
  table_name text PRIMARY KEY,
  privileges text NOT NULL
);
COMMENT ON TABLE app_privileges IS
  'Tables on which amends_app has other privileges than SELECT, INSERT, UPDATE and DELETE.';

-- States what amends_app may do with a table, for example app_may('entries', 'INSERT', 'SELECT').
CREATE FUNCTION app_may(about text, VARIADIC allowed text[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO app_privileges (table_name, privileges)
  SELECT about, string_agg(upper(a.privilege), ', ' ORDER BY upper(a.privilege)) FROM unnest(allowed) AS a (privilege)
  ON CONFLICT (table_name) DO UPDATE SET privileges = excluded.privileges
$$;

-- Brings the grants of every table and sequence in line; called after the migrations of each start.
CREATE FUNCTION grant_to_app() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  difference record;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = 'amends_app') THEN
    RETURN;
  END IF;
  IF NOT has_schema_privilege('amends_app', current_schema(), 'USAGE') THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO amends_app', current_schema());
  END IF;
  FOR difference IN
    SELECT o.name, o.kind, o.wanted
    FROM (
      SELECT
        format('%I', c.relname) AS name,
        CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind,
        CASE c.relkind WHEN 'S' THEN 'USAGE'
          ELSE coalesce(p.privileges, 'DELETE, INSERT, SELECT, UPDATE') END AS wanted,
        (
          SELECT string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type)
          FROM aclexplode(c.relacl) AS a
          WHERE a.grantee = (SELECT r.oid FROM pg_roles r WHERE r.rolname = 'amends_app')
        ) AS present
      FROM pg_class c
      LEFT JOIN app_privileges p ON p.table_name = c.relname
      WHERE c.relnamespace = current_schema()::regnamespace
        AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
        AND pg_has_role(c.relowner, 'USAGE')
    ) AS o
    WHERE o.present IS DISTINCT FROM o.wanted
  LOOP
    EXECUTE format('REVOKE ALL ON %s %s FROM amends_app', difference.kind, difference.name);
    EXECUTE format('GRANT %s ON %s %s TO amends_app', difference.wanted, difference.kind, difference.name);
  END LOOP;
END
$$;

SELECT app_may('migrations', 'SELECT');
SELECT app_may('app_privileges', 'SELECT');
