import { z } from "zod";
import { themes } from "~/db/schema/values";
import { isOwnPassword } from "~/domain/account/changing-password.server";
import { readSettings, setBrowsingLevels, setJudgingKeys, setTheme } from "~/domain/account/settings.server";
import { deleteAccountRefusals, levelRefusals } from "~/domain/account/schema";
import { deleteAccountAndFiles } from "~/domain/profile/deleting-account.server";
import { exportPersonalData } from "~/domain/profile/exporting.server";
import { profileEntries, readProfile } from "~/domain/profile/profiles.server";
import { endpoint } from "./endpoint";
import { Buzz, Instant, Media, Paging, RatingName, absolute, mediaOf, numberAfter, page, ratingSet } from "./shapes";

const Name = z.object({ name: z.string().min(1).max(100) });

const Profile = z.object({
  id: z.number().int(),
  username: z.string(),
  url: z.url(),
  role: z.string(),
  membership: z.string(),
  score: z.number().int(),
  rank: z.number().int().nullable(),
  createdAt: Instant,
  entered: z.number().int(),
  placed: z.number().int(),
  bestPlace: z.number().int().nullable(),
  won: Buzz,
  votes: z.number().int(),
});

const profile = endpoint({
  method: "GET",
  path: "/users/:name/profile",
  who: "anyone",
  scope: null,
  summary: "Read a person’s profile",
  params: Name,
  output: Profile,
  run: async ({ viewer, params }) => {
    const found = await readProfile(params.name, viewer);
    if (!found) return { ok: false, reason: "not-found" };
    const url = absolute(`/people/${encodeURIComponent(found.username)}`);
    return { ok: true, value: { ...found, url, createdAt: found.createdAt.toISOString() } };
  },
});

const ProfileEntry = z.object({
  id: z.number().int(),
  crucible: z.object({ id: z.number().int(), name: z.string() }),
  place: z.number().int().nullable(),
  prize: Buzz.nullable(),
  media: Media,
});

const entries = endpoint({
  method: "GET",
  path: "/users/:name/entries",
  who: "anyone",
  scope: null,
  summary: "List a person’s entries, newest first",
  description: "Entries of running crucibles are listed only for their owner.",
  params: Name,
  query: Paging,
  output: page(ProfileEntry),
  run: async ({ viewer, params, query }) => {
    const person = await readProfile(params.name, viewer);
    if (!person) return { ok: false, reason: "not-found" };
    const asked = { before: numberAfter(query.after), limit: query.limit };
    const { items, next } = await profileEntries(person.id, viewer, asked);
    const rows = items.map(({ id, crucible, place, prize, media }) => ({
      id,
      crucible,
      place,
      prize,
      media: mediaOf(media),
    }));
    return { ok: true, value: { items: rows, next: next === null ? null : String(next) } };
  },
});

const change = endpoint({
  method: "PUT",
  path: "/users/me",
  who: "person",
  scope: "account",
  summary: "Change your settings",
  description: "What is left out stays as it is.",
  body: z.strictObject({
    contentRatings: z.array(RatingName).min(1).max(5).optional(),
    /** Needed once for R and above. */
    adult: z.boolean().default(false),
    theme: z.enum(themes).optional(),
    judgingKeys: z.boolean().optional(),
  }),
  refusals: { "not-confirmed": { status: 422, title: levelRefusals["not-confirmed"] } },
  run: ({ caller, body, now, change }) =>
    change(async (tx) => {
      const userId = caller!.id;
      if (body.contentRatings) {
        const levels = ratingSet(body.contentRatings);
        const done = await setBrowsingLevels(tx, { userId, levels, adult: body.adult, now });
        if (!done?.ok) return { ok: false, reason: done?.reason ?? "not-found" };
      }
      if (body.theme) await setTheme(tx, { userId, theme: body.theme });
      if (body.judgingKeys !== undefined) await setJudgingKeys(tx, { userId, judgingKeys: body.judgingKeys });
      return { ok: true, value: undefined };
    }),
});

const everything = endpoint({
  method: "GET",
  path: "/users/me/export",
  who: "person",
  scope: "account",
  summary: "Export everything the site keeps about you",
  output: z.record(z.string(), z.unknown()),
  run: async ({ caller, now }) => {
    const value = await exportPersonalData(caller!.id, { now });
    return value ? { ok: true, value } : { ok: false, reason: "not-found" };
  },
});

const remove = endpoint({
  method: "DELETE",
  path: "/users/me",
  who: "person",
  scope: "account",
  summary: "Delete your account",
  description: "This can’t be undone, and any Buzz in your wallet is lost. Send your password unless you have none.",
  personLimit: "own-password",
  body: z.strictObject({ password: z.string().max(200).default(""), sure: z.literal(true) }),
  refusals: {
    "incorrect-password": { status: 422, title: "The password is incorrect" },
    "last-admin": { status: 409, title: deleteAccountRefusals["last-admin"] },
  },
  run: async ({ caller, body, now }) => {
    const userId = caller!.id;
    const settings = await readSettings(userId);
    if (settings?.hasPassword && !(await isOwnPassword(userId, body.password)))
      return { ok: false, reason: "incorrect-password" };
    const done = await deleteAccountAndFiles({ userId, now });
    if (!done) return { ok: false, reason: "not-found" };
    return done.ok ? { ok: true, value: undefined } : { ok: false, reason: done.reason };
  },
});

export const profileEndpoints = [profile, entries, change, everything, remove];
