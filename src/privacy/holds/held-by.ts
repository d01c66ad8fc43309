/**
 * A SELECT of `id`: the holds in force that keep what is to be erased, by the row `covered` with `complaint_ids`,
 * `customer_ids` and `now`. What is covered has every complaint and every record that was merged with one in it; where
 * only complaints are, a hold on any record of their customers keeps them as well. Whoever erases has to have the
 * complaints locked before: a hold locks what it keeps.
 */
export const HELD_BY = `
  SELECT h.id FROM legal_holds h, covered
  WHERE h.released_at IS NULL AND (h.until IS NULL OR h.until > covered.now)
    AND (h.complaint_id = ANY (covered.complaint_ids) OR h.customer_id = ANY (covered.customer_ids)
      OR h.customer_id IN (
        SELECT r.id FROM complaints c JOIN customers n ON n.id = c.customer_id
        JOIN customers r ON coalesce(r.merged_into_id, r.id) = coalesce(n.merged_into_id, n.id)
        WHERE c.id = ANY (covered.complaint_ids)))`;
