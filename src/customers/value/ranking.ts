/**
 * Customers ranked by what they brought in year `$1` and currency `$2`, as `WITH` parts: `ranked` has a row for each,
 * with the revenue up to and with theirs and the total. What a record brought that was merged counts for the one that
 * goes on. Sums are decimal and exact; who brought the same stands in the order of being recorded.
 */
export const RANKED = `
  worth AS (
    SELECT coalesce(c.merged_into_id, c.id) AS id, sum(v.revenue) AS revenue, sum(v.cost_to_serve) AS cost_to_serve
    FROM customer_values v JOIN customers c ON c.id = v.customer_id
    WHERE v.year = $1::int AND v.currency = $2::text GROUP BY 1
  ), ranked AS (
    SELECT w.*, row_number() OVER best AS rank, sum(w.revenue) OVER best AS revenue_so_far,
      sum(w.revenue) OVER () AS total, count(*) OVER () AS customers
    FROM worth w WINDOW best AS (ORDER BY w.revenue DESC, w.id ROWS UNBOUNDED PRECEDING)
  )`;
