import { kindOf, subjectKinds } from "./kinds";
import type { CommentableKind, Subject, SubjectKind } from "./kinds";

export type Parts = { kind: SubjectKind; id: number };

/** `crucible:7` taken apart; null for anything else. */
export function readSubject(text: string | null | undefined): Parts | null {
  const [, name, id] = /^([a-z-]+):([1-9]\d{0,14})$/.exec(text ?? "") ?? [];
  const kind = subjectKinds.find((one) => one === name);
  return kind ? { kind, id: Number(id) } : null;
}

/** The same for what the program itself wrote down. */
export function partsOf(subject: string): Parts {
  const parts = readSubject(subject);
  if (!parts) throw new Error(`No kind of thing is called ${subject}.`);
  return parts;
}

/** Where something lives. Its name may lead there too: `find` in `finding.server.ts` knows. */
export function addressOf({ kind, id }: Parts): string | null {
  const { base } = kindOf(kind);
  return base === null ? null : `${base}/${id}`;
}

/** Where the comments on something stand. */
export function discussionOf(kind: CommentableKind, id: number) {
  const { base, discussion } = kindOf(kind);
  return `${base}/${id}/${discussion}`;
}

export function subjectOf(kind: SubjectKind, id: number): Subject {
  return `${kind}:${id}`;
}
