import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { baseModels, mediaResources } from "~/db/schema/media";
import { crucibleBaseModels, crucibles } from "~/db/schema/crucible";
import { write } from "~/db/write";
import { balanceOf, escrow, wallet } from "~/domain/wallet/accounts.server";
import { useDatabase } from "~/tests/database";
import { castVotes, hoursLater, makeMedia, makePerson, NOON, openTestCrucible, putEntry } from "~/tests/factories";
import { enterCrucible, entrySituation, entryEligibility } from "./entering.server";
import { eligibilityText } from "./eligibility-words";

useDatabase();

function enter(crucibleId: number, entrantId: number, mediaIds: number[], now = hoursLater(1)) {
  return write((tx) => enterCrucible(tx, { entrantId, crucibleId, mediaIds, now }));
}

/** What the person was told, as "reason: detail". */
async function told(...args: Parameters<typeof enter>) {
  const done = await enter(...args);
  return done?.ok === false ? done.refusals.map(({ reason, detail }) => `${reason}: ${detail}`) : done;
}

function find(crucible: number) {
  return reader().query.crucibles.findFirst({ where: eq(crucibles.id, crucible) });
}

test("many go in at once, each with its fee in the escrow", async () => {
  const person = await makePerson();
  const crucible = await openTestCrucible(person, { entryFee: 100 });
  const media = [await makeMedia(person), await makeMedia(person), await makeMedia(person)];
  expect(await enter(crucible, person, media)).toMatchObject({ ok: true, paid: 300, entryIds: [1, 2, 3] });

  expect(await balanceOf(reader(), escrow(`crucible:${crucible}`))).toBe(300);
  expect(await balanceOf(reader(), wallet(person))).toBe(700);
  expect(await find(crucible)).toMatchObject({ entryCount: 3, entrantCount: 1, lastNumber: 3 });
  const entered = await reader().query.entries.findMany();
  expect(entered.map(({ number, mediaId, fee, elo, votes }) => ({ number, mediaId, fee, elo, votes }))).toEqual(
    media.map((mediaId, i) => ({ number: i + 1, mediaId, fee: 100, elo: 1500, votes: 0 })),
  );
  const keys = await reader().query.transfers.findMany({ where: (t, { eq }) => eq(t.kind, "entry-fee") });
  expect(keys.map(({ idempotencyKey }) => idempotencyKey)).toEqual(["entry-fee:1", "entry-fee:2", "entry-fee:3"]);
});

test.each([
  [{ status: "pending", startsAt: hoursLater(2) }, `not-started: ${eligibilityText.opens(hoursLater(2))}`],
  [{ status: "pending", startsAt: hoursLater(0.5) }, `not-started: ${eligibilityText.opensSoon}`],
  [{ entriesCloseAt: hoursLater(0.5) }, "entries-closed: Entries closed on 1 May 2026, 12:30 UTC."],
  [{ entriesCloseAt: hoursLater(0.5), endsAt: hoursLater(1) }, "ended: This crucible ended on 1 May 2026, 13:00 UTC."],
  [{ status: "cancelled", cancelReason: "x" }, `cancelled: ${eligibilityText.canceled}`],
  [{ entryFee: 1001 }, `too-little-buzz: ${eligibilityText.tooExpensive(1, 1001, 1000)}`],
  [{ mediaKinds: 2 }, `kind: ${eligibilityText.videosOnly}`],
  [{ minSide: 513 }, `too-small: ${eligibilityText.tooSmall(512, 513)}`],
  [{ levels: 6 }, `level: ${eligibilityText.rating(1, 6)}`],
] as const)("%o is refused with its rule and the offending value", async (columns, words) => {
  const person = await makePerson();
  const crucible = await openTestCrucible(person, columns);
  expect(await told(crucible, person, [await makeMedia(person)])).toEqual([words]);
  expect(await find(crucible)).toMatchObject({ entryCount: 0, lastNumber: 0 });
});

test("unrated and blocked media fit no crucible", async () => {
  const person = await makePerson();
  const crucible = await openTestCrucible(person);
  const media = [await makeMedia(person, { level: 0 }), await makeMedia(person, { level: 32 })];
  expect(await told(crucible, person, media)).toEqual([
    `level: ${eligibilityText.rating(32, 31)}`,
    `level: ${eligibilityText.rating(0, 31)}`,
  ]);
});

test("the limit for each person counts what is in, and a disqualified entry still takes its place", async () => {
  const [creator, person] = [await makePerson(), await makePerson()];
  const crucible = await openTestCrucible(creator, { entriesPerPerson: 2 });
  const out = await putEntry(crucible, person);
  handle().writer.prepare("UPDATE entries SET disqualified_at = 1, disqualified_reason = 'x' WHERE id = ?").run(out);
  const media = [await makeMedia(person), await makeMedia(person)];
  expect(await told(crucible, person, media)).toEqual([`person-limit: ${eligibilityText.personLimit(2, 1, 2)}`]);
  expect(await enter(crucible, person, media.slice(1))).toMatchObject({ ok: true });
});

test("a full crucible says how many more can go in", async () => {
  const person = await makePerson();
  const crucible = await openTestCrucible(await makePerson(), { entriesCap: 2 });
  await putEntry(crucible, await makePerson());
  expect(await told(crucible, person, [await makeMedia(person), await makeMedia(person)])).toEqual([
    `crucible-full: ${eligibilityText.full(2, 1, 2)}`,
  ]);
});

test("somebody else's, deleted and unknown media all look the same", async () => {
  const [person, other] = [await makePerson(), await makePerson()];
  const crucible = await openTestCrucible(person);
  const media = [await makeMedia(other), await makeMedia(person, { deletedAt: NOON }), 999];
  expect(await told(crucible, person, media)).toEqual(media.map(() => `not-yours: ${eligibilityText.notYours}`));
});

test("the same file, and the same pixels from somebody else, go in once", async () => {
  const [person, other] = [await makePerson(), await makePerson()];
  const crucible = await openTestCrucible(person);
  const mine = await makeMedia(person, { pixelHash: "twin" });
  await putEntry(crucible, other, { pixelHash: "twin" });
  expect(await told(crucible, person, [mine])).toEqual([`same-pixels: ${eligibilityText.identical}`]);
  const fresh = await makeMedia(person);
  await enter(crucible, person, [fresh, fresh]);
  expect(await told(crucible, person, [fresh])).toEqual([`already-in: ${eligibilityText.alreadyIn}`]);
});

test("all or nothing: one that does not fit keeps all out, and every reason is told", async () => {
  const person = await makePerson();
  const crucible = await openTestCrucible(person, { entryFee: 100, minSide: 600, mediaKinds: 1 });
  const good = await makeMedia(person, { width: 700, height: 700 });
  const bad = await makeMedia(person, { kind: "video" });
  expect(await enter(crucible, person, [good, bad])).toMatchObject({
    ok: false,
    refusals: [
      { mediaId: bad, reason: "kind" },
      { mediaId: bad, reason: "too-small" },
    ],
  });
  expect(await balanceOf(reader(), wallet(person))).toBe(1000);
  expect(await reader().query.entries.findMany()).toEqual([]);
});

test("no such crucible, and nothing chosen", async () => {
  const person = await makePerson();
  expect(await enter(99, person, [1])).toBeNull();
  expect(await told(await openTestCrucible(person), person, [])).toEqual([
    `nothing-chosen: ${eligibilityText.nothingSelected}`,
  ]);
});

/** A crucible that enforces Flux, and a maker of media that declare resources of base models by name. */
async function enforcingFlux(person: number) {
  const crucible = await openTestCrucible(person, { resourceRule: "enforced" });
  const bases = await write((tx) =>
    tx
      .insert(baseModels)
      .values([
        { name: "Test Flux", kind: "image" as const },
        { name: "Test SDXL", kind: "image" as const },
      ])
      .returning(),
  );
  const baseOf = Object.fromEntries(bases.map(({ name, id }) => [name.split(" ")[1]!, id]));
  await write((tx) => tx.insert(crucibleBaseModels).values({ crucibleId: crucible, baseModelId: baseOf.Flux! }));
  const declaring = async (declared: ["checkpoint" | "lora" | "vae", string, string?][], columns = {}) => {
    const mediaId = await makeMedia(person, columns);
    const rows = declared.map(([kind, name, base], position) => ({
      mediaId,
      position,
      kind,
      name,
      baseModelId: base ? baseOf[base]! : null,
      strength: "name" as const,
    }));
    if (rows.length > 0) await write((tx) => tx.insert(mediaResources).values(rows));
    return mediaId;
  };
  return { crucible, declaring };
}

test("an enforced allow-list passes what it lists, and names what it does not", async () => {
  const person = await makePerson();
  const { crucible, declaring } = await enforcingFlux(person);
  const cases = [
    [
      await declaring([
        ["checkpoint", "flux-dev", "Flux"],
        ["lora", "ink", "Flux"],
        ["vae", "any"],
      ]),
      undefined,
    ],
    [
      await declaring([
        ["checkpoint", "flux-dev", "Flux"],
        ["lora", "dust", "SDXL"],
      ]),
      eligibilityText.otherModels(["dust"], ["Test Flux"]),
    ],
    [await declaring([["checkpoint", "mystery"]]), eligibilityText.otherModels(["mystery"], ["Test Flux"])],
    [await declaring([["lora", "ink", "Flux"]]), eligibilityText.noModel(["Test Flux"])],
    [await declaring([]), eligibilityText.noModel(["Test Flux"])],
    [await declaring([], { kind: "video" }), undefined],
  ] as const;
  const eligibility = (await entryEligibility({ entrantId: person, crucibleId: crucible, limit: 50 }))!;
  const told = new Map(eligibility.map(({ id, refusals }) => [id, refusals[0]?.detail]));
  for (const [id, detail] of cases) expect(told.get(id)).toBe(detail);
  expect(eligibility.filter(({ trusted }) => trusted)).toHaveLength(1);
});

test("what the submit page says of each file is what entering then does", async () => {
  const person = await makePerson();
  const { crucible, declaring } = await enforcingFlux(person);
  const all = [
    await declaring([["checkpoint", "a", "Flux"]]),
    await declaring([["checkpoint", "b", "SDXL"]]),
    await declaring([]),
  ];
  all.push(await putEntry(crucible, person).then(() => makeMedia(person, { level: 0 })));
  for (const { id, refusals } of (await entryEligibility({ entrantId: person, crucibleId: crucible, limit: 50 }))!) {
    const done = await enter(crucible, person, [id]);
    expect(done!.ok ? [] : done!.refusals.map(({ reason }) => reason)).toEqual(refusals.map(({ reason }) => reason));
  }
});

test("twenty race for the last slot: one gets it, nineteen are told, one fee is paid", async () => {
  const crucible = await openTestCrucible(await makePerson(), { entriesCap: 2, entryFee: 10 });
  await putEntry(crucible, await makePerson());
  const racers = await Promise.all(Array.from({ length: 20 }, () => makePerson()));
  const media = await Promise.all(racers.map((one) => makeMedia(one)));
  const done = await Promise.all(racers.map((one, i) => enter(crucible, one, [media[i]!])));
  expect(done.filter((one) => one?.ok)).toHaveLength(1);
  expect(await find(crucible)).toMatchObject({ entryCount: 2, entrantCount: 2 });
  expect(await balanceOf(reader(), escrow(`crucible:${crucible}`))).toBe(20);
});

test("twenty race for the last Buzz: one pays, and the wallet is at zero", async () => {
  const person = await makePerson({ buzz: 100 });
  const crucible = await openTestCrucible(await makePerson(), { entryFee: 100 });
  const media = await Promise.all(Array.from({ length: 20 }, () => makeMedia(person)));
  const done = await Promise.all(media.map((id) => enter(crucible, person, [id])));
  expect(done.filter((one) => one?.ok)).toHaveLength(1);
  expect(await balanceOf(reader(), wallet(person))).toBe(0);
  expect(await balanceOf(reader(), escrow(`crucible:${crucible}`))).toBe(100);
});

test("the same picture sent twenty times at once is in once", async () => {
  const person = await makePerson();
  const crucible = await openTestCrucible(person, { entryFee: 10 });
  const media = await makeMedia(person);
  const done = await Promise.all(Array.from({ length: 20 }, () => enter(crucible, person, [media])));
  expect(done.filter((one) => one?.ok)).toHaveLength(1);
  expect(await balanceOf(reader(), escrow(`crucible:${crucible}`))).toBe(10);
});

test("the fee is what the table says even when the entry itself fails to be written", async () => {
  const person = await makePerson();
  const crucible = await openTestCrucible(person, { entryFee: 10 });
  const media = [await makeMedia(person), await makeMedia(person)];
  handle().writer.exec(
    "CREATE TRIGGER cut BEFORE INSERT ON entries WHEN NEW.number = 2 BEGIN SELECT RAISE(ABORT, 'cut'); END",
  );
  await expect(enter(crucible, person, media)).rejects.toThrow("cut");
  expect(await balanceOf(reader(), wallet(person))).toBe(1000);
  expect(await find(crucible)).toMatchObject({ entryCount: 0, lastNumber: 0 });
});

test("judging has no part in entering: a crucible with votes still takes entries", async () => {
  const people = [await makePerson(), await makePerson(), await makePerson()] as const;
  const crucible = await openTestCrucible(people[0]);
  const [a, b] = [await putEntry(crucible, people[0]), await putEntry(crucible, people[1])];
  await castVotes(crucible, people[2], [[a, b]]);
  expect(await enter(crucible, people[2], [await makeMedia(people[2])])).toMatchObject({ ok: true });
});

test("a person's situation says what is used, and why one more cannot go in", async () => {
  const person = await makePerson({ buzz: 150 });
  const crucible = await openTestCrucible(await makePerson(), { entryFee: 100, entriesPerPerson: 2 });
  const situation = () => entrySituation({ entrantId: person, crucibleId: crucible, now: hoursLater(1) });
  expect(await situation()).toEqual({ used: 0, entriesPerPerson: 2, balance: 150, refusal: null });
  await enter(crucible, person, [await makeMedia(person)]);
  expect(await situation()).toMatchObject({ used: 1, balance: 50, refusal: { reason: "too-little-buzz" } });
  expect(await entrySituation({ entrantId: person, crucibleId: 99, now: NOON })).toBeNull();
});
