import type { Arms } from "./arm";

export const arms: Arms = {
  media_uses: [
    `SELECT e.media_id, 'entry', 'crucible', c.id, c.name, e.level, c.status IN ('completed', 'cancelled')
      FROM entries e JOIN crucibles c ON c.id = e.crucible_id WHERE e.withdrawn_at IS NULL`,
    `SELECT cover_media_id, 'cover', 'crucible', id, name, CAST(NULL AS INTEGER), status IN ('completed', 'cancelled')
      FROM crucibles WHERE cover_media_id IS NOT NULL`,
  ],
  on_now: [
    `SELECT 'crucible', id, name, status, starts_at, entries_close_at, ends_at, entry_count, vote_count, featured_at
      FROM crucibles WHERE status IN ('pending', 'active', 'finalizing') OR featured_at IS NOT NULL`,
  ],
  results: [
    `SELECT 'crucible', c.id, e.entrant_id, e.place, e.prize, coalesce(e.place <= json_array_length(c.prizes), 0)
      FROM entries e JOIN crucibles c ON c.id = e.crucible_id
      WHERE c.status = 'completed' AND e.withdrawn_at IS NULL AND e.disqualified_at IS NULL`,
  ],
};
