import type { ClientBase } from 'pg';

/** Fills a house with customers who brought something in each of three years. The connection must be the owner's. */
export async function fillCustomers(client: ClientBase, customers: number): Promise<void> {
  await client.query(CUSTOMERS, [customers]);
  await client.query(VALUES);
  await client.query('VACUUM ANALYZE customers, customer_values');
}

const CUSTOMERS = `
  INSERT INTO customers (id, name, folded_name, emails, phones, keys, merged_into_id, created_at, updated_at)
  SELECT gen_random_uuid(), 'Customer ' || n, 'customer ' || n, '[]', '[]',
    ARRAY['email:customer' || n || '@example.org'], NULL, now(), now()
  FROM generate_series(1, $1::int) AS n`;

const VALUES = `
  INSERT INTO customer_values (id, customer_id, year, currency, revenue, cost_to_serve, created_at, updated_at)
  SELECT gen_random_uuid(), c.id, y, 'EUR', round((random() * 10000)::numeric, 2), round((random() * 1000)::numeric, 2),
    now(), now()
  FROM customers c, generate_series(2024, 2026) AS y`;
