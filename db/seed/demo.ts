export type DemoMedia = { mediaId: number; ownerId: number; care: number };
export type Demo = { people: number[]; works: DemoMedia[]; now: Date };

/** What a module shows in the demo. Parts run one after the other, the lowest order first. */
export type DemoPart = { order: number; run: (demo: Demo) => Promise<unknown> };
