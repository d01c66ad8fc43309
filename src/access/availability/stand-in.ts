/** Who answers for somebody who is away. */
export interface StandIn {
  id: string;
  name: string;
  email: string;
  phone: string | null;
}

/**
 * The subselect of a `StandIn` as JSON for the user of an expression. It goes on from one who is away to the next, up
 * to the first who is there; null where nobody is away, or where that one is no active staff.
 */
export const standInOf = (user: string) => `(
  WITH RECURSIVE way AS (
    SELECT a.stand_in_id, ARRAY[a.user_id] AS passed FROM absences a
    WHERE a.user_id = ${user} AND a.state = 'running'
    UNION ALL
    SELECT a.stand_in_id, w.passed || a.user_id FROM way w JOIN absences a ON a.user_id = w.stand_in_id
    WHERE a.state = 'running' AND NOT a.user_id = ANY (w.passed))
  SELECT jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'phone', u.phone)
  FROM way w JOIN users u ON u.id = w.stand_in_id
  WHERE NOT u.disabled AND u.roles && '{agent,supervisor,admin}'
    AND NOT EXISTS (SELECT FROM absences n WHERE n.user_id = u.id AND n.state = 'running'))`;
