/** What people are ranked by. */
export const boards = ["wins", "entries", "best"] as const;

export type Board = (typeof boards)[number];
