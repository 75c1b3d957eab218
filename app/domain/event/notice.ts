import type { z } from "zod";
import type { Subject } from "~/domain/subject/kinds";

/** An event as those who tell of it need it. */
export type Happened = { subject: string; actorId: number | null };

/** A notification to be made or renewed; `times` is how often it happened. */
export type NewNotification<K extends string = string> = {
  userId: number;
  kind: K;
  subject: string;
  data: Record<string, unknown>;
  times: number;
};

/** People who can be asked for. */
export type Audience = { moderators: () => number[]; participants: (subject: string) => number[] };

type Payloads = Record<string, z.ZodType>;

/** Who is told of an event, by the event's kind. */
export type Tellers<E extends Payloads, N extends object> = {
  [K in keyof E]?: (event: Happened, data: z.output<E[K]>, audience: Audience) => NewNotification<keyof N & string>[];
};

type Definition<D> = {
  /** What it keeps beside its subject; names and pictures are looked up when it is read. */
  data: z.ZodType<D>;
  /** What it is about, for the name. */
  about?: (data: D) => Subject;
  /** What is shown beside it, where that is not what it is about. */
  pictured?: (data: D) => Subject;
  /** One sentence, or two. The name is null when the reader cannot see what it is about. */
  sentence: (said: { data: D; times: number; name: string | null }) => string;
  path: (data: D) => string;
};

/** A notification that was read back, before the name of what it is about is known. */
export type Notice = {
  about: Subject | null;
  pictured: Subject | null;
  path: string;
  sentence: (name: string | null) => string;
};

/** A kind of notification: reads what its rows keep, and says it. Throws on data that is not the kind's. */
export function notice<D>({ data: schema, about, pictured, sentence, path }: Definition<D>) {
  return (raw: unknown, times: number): Notice => {
    const data = schema.parse(raw);
    const subject = about?.(data) ?? null;
    return {
      about: subject,
      pictured: pictured?.(data) ?? subject,
      path: path(data),
      sentence: (name) => sentence({ data, times, name }),
    };
  };
}
