/** The read models over all kinds, with the columns that each arm selects, in this order. */
export const viewColumns = {
  media_uses: ["media_id", "use", "kind", "subject_id", "name", "level", "over"],
  on_now: [
    "kind",
    "id",
    "name",
    "status",
    "starts_at",
    "entries_close_at",
    "ends_at",
    "entry_count",
    "vote_count",
    "featured_at",
  ],
  results: ["kind", "subject_id", "person_id", "place", "prize", "paid"],
} as const;

/**
 * What one kind adds to the read models: one or more SELECTs for each view it takes part in. A column has the same affinity
 * in all arms (`CAST(NULL AS INTEGER)`, not `NULL`): else SQLite reads every arm whole.
 */
export type Arms = Partial<Record<keyof typeof viewColumns, string[]>>;
