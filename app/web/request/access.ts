import type { z } from "zod";

/** Who is let in: everyone, everyone signed in, the owner of the thing, its owner and moderators, moderators, admins. */
export type Who = "anyone" | "people" | "owner" | "owner, moderators" | "moderators" | "admins";

/** A page of the demo at this address, for the walks that look at all pages; `as` is who looks, nobody signed in without. */
export type SamplePage = { name: string; path?: string; as?: string; status?: number };

/**
 * What an address of the site allows. The server reads `get`, `post` and `page`; the tests prove who gets in; and
 * `npm run docs:http` prints all of it.
 */
export type Access = {
  get?: Who;
  post?: Who;
  /** Where the form stands, for an address that takes only POST. Without it a GET is answered 405. */
  page?: string;
  /** Where the address has moved to, with whatever method: 308. */
  moved?: string;
  /** The schema that the form is read by. */
  reads?: z.ZodType;
  /** The form’s fields in words, where the action doesn’t read them all by one schema. */
  fields?: string;
  /** The query parameters, in words. */
  query?: string;
  /** What a GET answers, if not 200, and a POST, if not 303. */
  shows?: string;
  answers?: string;
  /** Words for the docs where `get` and `post` don’t tell the whole story. */
  whose?: string;
  /** In the site of the authorization fault there is no such thing, so nobody gets in. */
  absent?: true;
  /** What must be right for the fault to get as far as the question of who may. */
  sampleForm?: Record<string, string>;
  sampleQuery?: string;
  pages?: SamplePage[];
};

export type AccessTable = Record<string, Access>;
