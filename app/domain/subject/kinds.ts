type Kind = {
  /** One of them, in a sentence. */
  noun: string;
  /** The one that is meant, in a sentence. */
  thisOne: string;
  /** Where they live, each at its number; null where the address is not made of the number. */
  base: string | null;
  /** Where comments on one stand, under its own address; null when it takes none. */
  discussion: string | null;
  reportable: boolean;
  /** What their list at `base` is called in the main navigation. */
  list?: string;
  /** What its owner calls it where it has no name of its own. */
  yours?: string;
};

/** Everything that can be named, as `crucible:7`. The rows of `subject_kinds` say the same to the database. */
const kinds = {
  user: { noun: "user", thisOne: "this person", base: null, discussion: null, reportable: true },
  media: {
    noun: "media item",
    thisOne: "this image",
    base: "/media",
    discussion: "comments",
    reportable: true,
    yours: "your media",
  },
  crucible: {
    noun: "crucible",
    thisOne: "this crucible",
    base: "/crucibles",
    discussion: "discussion",
    reportable: true,
    list: "Crucibles",
  },
  challenge: {
    noun: "challenge",
    thisOne: "this challenge",
    base: "/challenges",
    discussion: "discussion",
    reportable: true,
    list: "Challenges",
  },
  entry: { noun: "entry", thisOne: "this entry", base: "/entries", discussion: null, reportable: false },
  comment: { noun: "comment", thisOne: "this comment", base: "/comments", discussion: null, reportable: true },
  report: { noun: "report", thisOne: "this report", base: "/moderation/reports", discussion: null, reportable: false },
  account: { noun: "account", thisOne: "this account", base: null, discussion: null, reportable: false },
} as const satisfies Record<string, Kind>;

export type SubjectKind = keyof typeof kinds;

/** What something is about: `crucible:7`. */
export type Subject = `${SubjectKind}:${number}`;

type KindsWith<F extends "discussion" | "reportable", V> = {
  [K in SubjectKind]: (typeof kinds)[K][F] extends V ? K : never;
}[SubjectKind];

export type CommentableKind = KindsWith<"discussion", string>;
export type ReportableKind = KindsWith<"reportable", true>;

export const subjectKinds = Object.keys(kinds) as SubjectKind[];
export const commentableKinds = subjectKinds.filter((kind) => kinds[kind].discussion !== null) as CommentableKind[];
export const reportableKinds = subjectKinds.filter((kind) => kinds[kind].reportable) as ReportableKind[];

/** The lists of the main navigation. */
export function listPages() {
  return subjectKinds.flatMap((kind) => {
    const { base, list } = kindOf(kind);
    return base && list ? { to: base, label: list } : [];
  });
}

/** The kind's facts, read as any kind's. */
export function kindOf(kind: SubjectKind): Kind {
  return kinds[kind];
}
