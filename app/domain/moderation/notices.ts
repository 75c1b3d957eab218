import { z } from "zod";
import { notice } from "~/domain/event/notice";
import type { Tellers } from "~/domain/event/notice";
import { rowId } from "~/domain/event/payload";
import { figure } from "~/domain/event/phrasing";
import { kindOf, reportableKinds } from "~/domain/subject/kinds";
import { subjectOf } from "~/domain/subject/subject";
import type { events } from "./events";

export const notices = {
  report: notice({
    data: z.object({ subjectKind: z.enum(reportableKinds), subjectId: rowId }),
    about: ({ subjectKind, subjectId }) => subjectOf(subjectKind, subjectId),
    path: () => "/moderation",
    sentence: ({ data, times }) =>
      `${figure(times)} ${times === 1 ? "report" : "reports"} about a ${kindOf(data.subjectKind).noun}.`,
  }),
};

export const tellers: Tellers<typeof events, typeof notices> = {
  "report-filed": (_event, about, { moderators }) => {
    const subject = subjectOf(about.subjectKind, about.subjectId);
    return moderators().map((userId) => ({ userId, kind: "report", subject, data: about, times: 1 }));
  },
};
