import { z } from "zod";
import { contentRatingName, contentRatingNames, contentRatings } from "~/domain/media/content-ratings";
import type { MediaView } from "~/domain/media/library.server";
import { env } from "~/web/server/env.server";

// What several endpoints send and take. Instants are ISO 8601 in UTC, Buzz is whole, URLs are absolute.

export const Id = z.object({ id: z.coerce.number().int().positive().max(1e15) });
export const MediaKey = z.object({ key: z.string().regex(/^[0-9a-f]{40}$/) });
export const Instant = z.iso.datetime();
export const Buzz = z.number().int();
export const RatingName = z.enum(contentRatings.map(({ name }) => name) as [string, ...string[]]);

export const Person = z.object({ id: z.number().int(), username: z.string() });

export const Media = z.object({
  /** Null while judging is blind. */
  url: z.url().nullable(),
  kind: z.enum(["image", "video"]),
  width: z.number().int(),
  height: z.number().int(),
  images: z.array(z.object({ width: z.number().int(), url: z.url() })),
  video: z.object({ url: z.url(), type: z.string(), seconds: z.number() }).nullable(),
  contentRating: z.string(),
  alt: z.string(),
});

/** The query of a list: `after` is the `next` of the page before. */
export const Paging = z.object({
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** A page of a list; `next` is null on the last one. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export function absolute(path: string) {
  return new URL(path, env().appUrl).href;
}

export function mediaOf({ key, level, alt, ...files }: MediaView) {
  return {
    url: key ? absolute(`/media/${key}`) : null,
    ...filesOf(files),
    contentRating: contentRatingName(level),
    alt,
  };
}

/** What can be looked at, without a word about it. */
export function filesOf({ kind, width, height, pictures, video }: Omit<MediaView, "key" | "level" | "alt">) {
  return {
    kind,
    width,
    height,
    images: (pictures ?? []).map((one) => ({ width: one.width, url: absolute(one.url) })),
    video: video && { ...video, url: absolute(video.url) },
  };
}

export function ratingNames(set: number) {
  return contentRatingNames(set);
}

export function ratingSet(names: readonly string[]) {
  return contentRatings.reduce((set, { bit, name }) => (names.includes(name) ? set | bit : set), 0);
}

/** The number that a list's cursor stands for, where the list goes by numbers; undefined for anything else. */
export function numberAfter(after: string | undefined) {
  return after && /^[1-9]\d{0,14}$/.test(after) ? Number(after) : undefined;
}
