import type { Arms } from "./arm";

export const arms: Arms = {
  media_uses: [
    `SELECT e.media_id, 'entry', 'challenge', c.id, c.title, e.level, c.status IN ('completed', 'cancelled')
      FROM challenge_entries e JOIN challenges c ON c.id = e.challenge_id WHERE e.withdrawn_at IS NULL`,
    `SELECT cover_media_id, 'cover', 'challenge', id, title, CAST(NULL AS INTEGER), status IN ('completed', 'cancelled')
      FROM challenges WHERE cover_media_id IS NOT NULL`,
  ],
  on_now: [
    `SELECT 'challenge', id, title, status, starts_at, ends_at, ends_at, entry_count, review_count, CAST(NULL AS INTEGER)
      FROM challenges WHERE status IN ('scheduled', 'active', 'completing')`,
  ],
  results: [
    `SELECT 'challenge', c.id, e.entrant_id, e.place, coalesce(w.prize, 0), w.prize IS NOT NULL
      FROM challenge_entries e JOIN challenges c ON c.id = e.challenge_id
      LEFT JOIN challenge_winners w ON w.challenge_id = c.id AND w.entry_id = e.id
      WHERE c.status = 'completed' AND e.place IS NOT NULL`,
  ],
};
