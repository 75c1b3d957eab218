/** What moderators can do about things of a module, and where. Pages read it too. */
export type Acts = {
  /** What the audit log calls what they do. */
  actions: readonly string[];
  /** The module's pages among those of moderators; the lowest order first. */
  tabs?: { to: string; label: string; order: number }[];
  /** Where moderators look at something, by the kind that a subject begins with. */
  links?: Record<string, (id: string) => string>;
  /** Where they put something at the top of the discovery page, by its kind. */
  featuring?: Record<string, (id: number) => string>;
};
