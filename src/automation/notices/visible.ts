/** SQL: nobody reads of a complaint about themselves, also where that was said after the notice. */
export const VISIBLE = 'NOT n.user_id = ANY (c.complained_about_user_ids)';
