import { reader } from "~/db/client";
import type { Viewer } from "~/domain/media/content-ratings";
import { findAll } from "./finding.server";
import { kindOf } from "./kinds";
import { addressOf, readSubject, subjectOf } from "./subject";

export type SubjectLink = { name: string; path: string };

/**
 * Where the things that rows are about live, with their names as far as the viewer may see them, under their subjects. What
 * has no address of its own is left out.
 */
export async function linksTo(viewer: Viewer, subjects: string[]): Promise<Record<string, SubjectLink>> {
  const parts = subjects.flatMap((subject) => readSubject(subject) ?? []).filter((one) => addressOf(one) !== null);
  const seen = await findAll(reader(), viewer, parts);
  const links = parts.map((one) => {
    const subject = subjectOf(one.kind, one.id);
    const { noun } = kindOf(one.kind);
    const name = seen.get(subject)?.name ?? `${noun[0]!.toUpperCase()}${noun.slice(1)} ${one.id}`;
    return [subject, { name, path: addressOf(one)! }] as const;
  });
  return Object.fromEntries(links);
}
