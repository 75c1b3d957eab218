/** What a cover may be rated: PG and PG-13. */
export const coverLevels = 3;
