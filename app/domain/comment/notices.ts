import { z } from "zod";
import { notice } from "~/domain/event/notice";
import type { Tellers } from "~/domain/event/notice";
import { rowId } from "~/domain/event/payload";
import { figure } from "~/domain/event/phrasing";
import { commentableKinds, kindOf } from "~/domain/subject/kinds";
import { subjectOf } from "~/domain/subject/subject";
import type { events } from "./events";
import { subjectPath } from "./schema";

export const notices = {
  "comment-received": notice({
    data: z.object({ subjectKind: z.enum(commentableKinds), subjectId: rowId, commentId: rowId }),
    about: ({ subjectKind, subjectId }) => subjectOf(subjectKind, subjectId),
    path: subjectPath,
    sentence: ({ data: { subjectKind }, times, name }) => {
      const { yours, noun } = kindOf(subjectKind);
      return `${figure(times)} ${times === 1 ? "comment" : "comments"} on ${yours ?? name ?? `a ${noun}`}.`;
    },
  }),
};

export const tellers: Tellers<typeof events, typeof notices> = {
  "comment-written": ({ actorId }, { ownerId, ...comment }) => {
    if (ownerId === null || ownerId === actorId) return [];
    const subject = subjectOf(comment.subjectKind, comment.subjectId);
    return [{ userId: ownerId, kind: "comment-received", subject, data: comment, times: 1 }];
  },
};
