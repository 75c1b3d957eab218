import type { z } from "zod";
import type { Tx } from "~/db/write";
import type { Viewer } from "~/domain/media/content-ratings";
import type { TokenHolder } from "~/domain/token/authenticating.server";
import type { Scope } from "~/domain/token/schema";
import type { personLimits } from "~/web/request/person-limits";

/** Who an endpoint answers, beside the scope that their token must have. To everybody else it doesn't exist. */
export type Who = "anyone" | "person" | "moderator" | "admin";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** How a refusal of the verb is answered: its status and a short title that never changes its meaning once published. */
export type Refusals = Record<string, { status: 400 | 401 | 403 | 404 | 409 | 410 | 422 | 429 | 503; title: string }>;

export type Answer<O> =
  /** Where the endpoint has an `outputType`. */
  | { ok: true; response: Response; value?: undefined; status?: undefined; headers?: undefined }
  | { ok: true; value: O; response?: undefined; status?: 200 | 201 | 202 | 204 | 303; headers?: Record<string, string> }
  | {
      ok: false;
      reason: string;
      detail?: string;
      errors?: FieldError[];
      headers?: Record<string, string>;
      /** Further members of the problem, where a standard names some. */
      extra?: Record<string, string>;
    };

/** What is wrong with one field, at an RFC 6901 pointer into the request's body. */
export type FieldError = { pointer: string; detail: string };

export type Call<P, Q, B> = {
  /** The person behind the token; null only where `who` is `anyone`. */
  caller: TokenHolder | null;
  viewer: Viewer;
  params: P;
  query: Q;
  body: B;
  /** As it came: for files, which nothing has read yet. */
  request: Request;
  /** The address that the request came from. */
  address: string;
  now: Date;
  /** Runs a verb in the write queue. Where Buzz moves, a request sent again gets the answer of the first. */
  change: <T>(verb: (tx: Tx) => Promise<Answer<T>>) => Promise<Answer<T>>;
};

export type BodyType = "json" | "form" | "files";

/** One endpoint as data; the router, the OpenAPI document, the page about the API and the tests are made of a list of these. */
export type Endpoint = {
  method: Method;
  /** Below `/api`, with `:name` for what varies. */
  path: string;
  who: Who;
  scope: Scope | null;
  /** One line, in the imperative. */
  summary: string;
  description?: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** `form`: application/x-www-form-urlencoded, where a standard wants it. `files`: multipart, read by `run` itself. */
  bodyType?: BodyType;
  /** Absent where there is nothing to say (204). */
  output?: z.ZodType;
  /** The media type of an answer that isn’t JSON; `run` then makes the response. */
  outputType?: string;
  /** A limit of the person’s own that pages count against too. */
  personLimit?: keyof typeof personLimits;
  /** Asks for an Idempotency-Key. */
  movesBuzz?: boolean;
  refusals?: Refusals;
  // The parts above fix what goes in and out; `endpoint` checks that at each definition.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  run: (call: Call<any, any, any>) => Promise<Answer<any>>;
};

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;
type Input<S> = S extends z.ZodType ? z.input<S> : undefined;

type Parts<P, Q, B, O> = Omit<Endpoint, "params" | "query" | "body" | "output" | "run"> & {
  params?: P;
  query?: Q;
  body?: B;
  output?: O;
  run: (call: Call<Output<P>, Output<Q>, Output<B>>) => Promise<Answer<Input<O>>>;
};

/** An endpoint whose `run` fits its schemas. */
export function endpoint<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  O extends z.ZodType | undefined = undefined,
>(parts: Parts<P, Q, B, O>): Endpoint {
  return parts;
}
