import { write } from "../write";
import { react } from "~/domain/comment/reacting.server";
import type { ReactionKind } from "~/domain/comment/schema";
import { writeComment } from "~/domain/comment/writing.server";
import type { Demo, DemoPart } from "./demo";

const remarks: [words: string, ...reactions: ReactionKind[]][] = [
  ["The haze between the layers does all the work here.", "heart", "thumbs-up"],
  ["I’d hang this. Calm without being empty.", "thumbs-up", "thumbs-up", "heart"],
  ["The light comes from the left but the glow says right. Somehow it works.", "surprise"],
  ["More contrast in the lower third and this is a winner.", "thumbs-up"],
  ["How long did it take you to find this palette?", "laugh"],
  ["Reads well even as a thumbnail. Few do.", "heart", "heart", "thumbs-up"],
];

export const demo: DemoPart = { order: 90, run: talkAbout };

/** A few words under the better pieces, so that the places for words are not all empty. */
async function talkAbout({ works, people, now: end }: Demo) {
  const now = new Date(end.getTime() - 1_800_000);
  const best = works.filter(({ care }) => care >= 0.75);
  for (const [i, work] of best.entries()) {
    const [body, ...kinds] = remarks[i % remarks.length]!;
    const others = people.filter((id) => id !== work.ownerId);
    const author = readerOf(others[i % others.length]!);
    const written = await write((tx) =>
      writeComment(tx, { author, subjectKind: "media", subjectId: work.mediaId, body, now }),
    );
    for (const [at, kind] of kinds.entries()) {
      const reader = readerOf(others[(i + at + 1) % others.length]!);
      if (written) await write((tx) => react(tx, { reader, commentId: written.commentId, kind, now }));
    }
  }
}

function readerOf(id: number) {
  return { id, levels: 3, moderator: false };
}
