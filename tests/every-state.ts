import { eq } from "drizzle-orm";
import { crucibles } from "~/db/schema/crucible";
import { write } from "~/db/write";
import { startSession } from "~/domain/account/sessions.server";
import { cancelCrucible } from "~/domain/crucible/settling/canceling.server";
import { settleEndedCrucibles } from "~/domain/crucible/settling/settling.server";
import { drainEvents } from "~/domain/notification/outbox.server";
import { castVotes, makePerson, openTestCrucible, putEntry } from "~/tests/factories";

const HOUR = 3_600_000;

/** Hours from now at which each starts, takes its last entry and ends; `entries` of ben's and cat's; whether cat was judged. */
type Plan = {
  name: string;
  hours: [starts: number, closes: number, ends: number];
  status?: "pending";
  entries?: number;
  votes?: boolean;
};

/** A crucible for each state that a page can meet, under names that say nothing of it. */
export const plans = {
  upcoming: { name: "Copper", hours: [5, 12.2, 13], status: "pending" },
  due: { name: "Iron", hours: [-0.01, 7.2, 8], status: "pending" },
  first: { name: "Nickel", hours: [-1, 6.2, 7] },
  few: { name: "Cobalt", hours: [-1, 6.2, 7], entries: 1 },
  open: { name: "Zinc", hours: [-1, 6.2, 7], entries: 3, votes: true },
  closed: { name: "Silver", hours: [-4, -1, 4], entries: 3, votes: true },
  ending: { name: "Bronze", hours: [-7.5, -0.3, 0.5], entries: 3, votes: true },
  ended: { name: "Pewter", hours: [-8.1, -0.9, -0.1], entries: 3, votes: true },
  finalizing: { name: "Brass", hours: [-8.1, -0.9, -0.1], entries: 3, votes: true },
  paid: { name: "Gold", hours: [-10, -2.8, -2], entries: 3, votes: true },
  empty: { name: "Lead", hours: [-10, -2.8, -2] },
  "no-contest": { name: "Steel", hours: [-10, -2.8, -2], entries: 2 },
  cancelled: { name: "Mercury", hours: [-2, 5.2, 6], entries: 2 },
  "never-opened": { name: "Tungsten", hours: [3, 10.2, 11], status: "pending" },
} satisfies Record<string, Plan>;

export type State = keyof typeof plans;
export const states = Object.keys(plans) as State[];

/** All of them at `now`, ana's each; ben and cat entered, dan looks on, and eve moderates. */
export async function everyState(now: Date) {
  const people = await Promise.all(
    ["ana", "ben", "cat", "dan"].map((username) => makePerson({ username, buzz: 100_000 })),
  );
  const [ana, ben, cat] = people as [number, number, number];
  const eve = await makePerson({ username: "eve", role: "moderator" });
  const ids = {} as Record<State, number>;
  const make = async (some: State[]) => {
    for (const state of some) ids[state] = await contest(plans[state], { ana, ben, cat, now });
  };
  await make(["paid", "empty", "no-contest"]);
  await settleEndedCrucibles({ now });
  await make(states.filter((state) => !(state in ids)));
  await write((tx) => tx.update(crucibles).set({ status: "finalizing" }).where(eq(crucibles.id, ids.finalizing)));
  for (const state of ["cancelled", "never-opened"] as const) {
    await write((tx) => cancelCrucible(tx, { moderatorId: eve, crucibleId: ids[state], reason: "Off topic", now }));
  }
  await drainEvents({ now });
  const cookies: Record<string, string> = { nobody: "" };
  for (const [i, name] of ["ana", "ben", "cat", "dan", "eve"].entries())
    cookies[name] = await cookieOf([...people, eve][i]!, now);
  return { ids, cookies };
}

type World = { ana: number; ben: number; cat: number; now: Date };

async function contest({ name, hours, status, entries = 0, votes = false }: Plan, { ana, ben, cat, now }: World) {
  const [startsAt, entriesCloseAt, endsAt] = hours.map((hour) => new Date(now.getTime() + hour * HOUR)) as [
    Date,
    Date,
    Date,
  ];
  const id = await openTestCrucible(ana, {
    name,
    status: status ?? "active",
    startsAt,
    entriesCloseAt,
    endsAt,
    entryFee: 100,
    createdAt: new Date(startsAt.getTime() - HOUR),
  });
  const put: number[] = [];
  for (let i = 0; i < entries; i += 1) put.push(await putEntry(id, i % 2 ? cat : ben));
  if (votes) await castVotes(id, ana, [[put[0]!, put[1]!]]);
  return id;
}

async function cookieOf(userId: number, now: Date) {
  const session = { userId, userAgent: "a test", now, days: 1, replaces: null };
  return `session=${await write((tx) => startSession(tx, session))}`;
}
