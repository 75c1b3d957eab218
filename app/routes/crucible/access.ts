import { CommentForm } from "~/domain/comment/schema";
import { ReasonForm, ReminderForm } from "~/domain/contest/forms";
import { JudgingForm } from "~/domain/crucible/judging/judging-form";
import { BasicsForm, EditForm, EntryForm, OpeningForm, PrizesForm } from "~/domain/crucible/opening/forms";
import type { AccessTable } from "~/web/request/access";

export const access: AccessTable = {
  "/crucibles": {
    get: "anyone",
    query: "`tab?` `status?` `sort?` `q?` `model?` `after?`",
    shows: "200; what makes no sense counts as not asked",
    pages: [
      { name: "discovery-out" },
      { name: "discovery", as: "cobalt" },
      { name: "discovery-ending", path: "/crucibles?tab=ending&status=any", as: "cobalt" },
      { name: "discovery-nothing", path: "/crucibles?q=zeppelin" },
    ],
  },
  "/crucibles.atom": { get: "anyone", shows: "200, Atom, the latest 30" },
  "/crucibles/:id": {
    get: "anyone",
    query: "`after?`",
    shows: "200 at `/crucibles/:id/:slug`; 302 there from any other slug",
    pages: [
      { name: "crucible", path: "/crucibles/3/light-on-dark-ground", as: "cobalt" },
      { name: "crucible-out", path: "/crucibles/3/light-on-dark-ground" },
      { name: "crucible-moderator", path: "/crucibles/3/light-on-dark-ground", as: "keeper" },
      { name: "crucible-closed", path: "/crucibles/2/one-color-many-moods", as: "cobalt" },
      { name: "crucible-upcoming", path: "/crucibles/4/farther-than-the-eye-can-see", as: "cobalt" },
      { name: "crucible-ended", path: "/crucibles/1/quiet-places", as: "cobalt" },
      { name: "missing", path: "/crucibles/999/gone", status: 404 },
      { name: "lost-near", path: "/crucibles/quiet-plaecs", as: "cobalt", status: 404 },
    ],
  },
  "/crucibles/:id/leaderboard": {
    get: "anyone",
    query: "`after?`",
    pages: [
      { name: "crucible-leaderboard", path: "/crucibles/3/leaderboard", as: "cobalt" },
      { name: "results", path: "/crucibles/1/leaderboard", as: "cobalt" },
    ],
  },
  "/crucibles/:id/mine": {
    get: "people",
    pages: [
      { name: "crucible-mine", path: "/crucibles/3/mine", as: "cobalt" },
      { name: "crucible-mine-ended", path: "/crucibles/1/mine", as: "cobalt" },
    ],
  },
  "/crucibles/:id/rules": {
    get: "anyone",
    pages: [{ name: "crucible-rules", path: "/crucibles/3/rules", as: "cobalt" }],
  },
  "/crucibles/:id/discussion": {
    get: "anyone",
    query: "`before?`",
    post: "people",
    reads: CommentForm,
    pages: [{ name: "crucible-discussion", path: "/crucibles/3/discussion", as: "cobalt" }],
  },
  "/crucibles/:id/edit": {
    get: "owner",
    post: "owner",
    reads: EditForm,
    answers: "303, 422",
    sampleForm: { name: "Another name", description: "", cover: "1" },
    pages: [{ name: "crucible-edit", path: "/crucibles/3/edit", as: "ochre" }],
  },
  "/crucibles/:id/cancellation": { post: "moderators", reads: ReasonForm, answers: "303, 422", page: "/crucibles/:id" },
  "/crucibles/:id/reminder": { post: "people", reads: ReminderForm, answers: "303, 422", page: "/crucibles/:id" },
  "/crucibles/:id/reminder/withdrawal": { post: "people", reads: ReminderForm, page: "/crucibles/:id" },
  "/crucibles/:id/card.png": { get: "anyone", shows: "200, PNG, for where its address is shared" },
  "/crucibles/:id/log": { get: "anyone", shows: "200, a row of JSON a line, once it is completed", absent: true },
  "/crucibles/:id/verify": {
    get: "anyone",
    shows: "200, once it is completed",
    post: "anyone",
    answers: "200 with the verdict",
    absent: true,
    pages: [{ name: "verify", path: "/crucibles/1/verify" }],
  },
  "/crucibles/new": { get: "anyone", shows: "302 to the first step" },
  "/crucibles/new/basics": {
    get: "people",
    post: "people",
    reads: BasicsForm,
    fields: "`name` `description?` `cover`, or `file` `level` `alt?`; `intent?`",
    answers: "200, 303, 422",
    pages: [{ name: "wizard-basics", as: "cobalt" }],
  },
  "/crucibles/new/entry": {
    get: "people",
    query: "`find?`",
    post: "people",
    reads: EntryForm,
    fields:
      "`duration` `start` `startsAt?` `timeZone?` `close` `fee` `perPerson` `cap?` `level` (many) `media` (many) `minSide?` `baseModel?` (many) `version?` (many) `enforce?` `judges` `minScore?`; `find?` `intent?`",
    answers: "200, 303",
    pages: [{ name: "wizard-entry", as: "cobalt" }],
  },
  "/crucibles/new/prizes": {
    get: "people",
    post: "people",
    reads: PrizesForm,
    fields: "`split` `share?` (many); `intent?`",
    answers: "200, 303",
    pages: [{ name: "wizard-prizes", as: "cobalt" }],
  },
  "/crucibles/new/review": {
    get: "people",
    post: "people",
    reads: OpeningForm,
    answers: "303, 422",
    pages: [{ name: "wizard-review", as: "cobalt" }],
  },
  "/crucibles/new/resources": { get: "people", query: "`find?`", shows: "200, JSON" },
  "/crucibles/:id/submit": {
    get: "people",
    query: "`show?` `mediaId?` (many), ticked",
    post: "people",
    fields: "`mediaId` (many), or `file` (many) `level` `alt?`; `intent?`, `upload`",
    answers: "200 when files were taken in, 303, 422",
    pages: [{ name: "submit", path: "/crucibles/3/submit", as: "umber" }],
  },
  "/entries/:id": {
    get: "anyone",
    shows: "200, once it took a place",
    absent: true,
    pages: [{ name: "entry", path: "/entries/1", as: "cobalt" }],
  },
  "/entries/:id/card.png": { get: "anyone", shows: "200, PNG, once it took a place", absent: true },
  "/entries/:id/withdrawal": { post: "owner", answers: "303, 422" },
  "/entries/:id/disqualification": { post: "moderators", reads: ReasonForm, answers: "303, 422" },
  "/crucibles/:id/judge": {
    get: "anyone",
    post: "people",
    reads: JudgingForm,
    answers: "303, 422",
    pages: [{ name: "judge-start", path: "/crucibles/8/judge", as: "keeper" }],
  },
  "/crucibles/:id/judge/answers": {
    post: "people",
    reads: JudgingForm,
    answers: "200, 422; JSON with the next pairs",
    page: "/crucibles/:id/judge",
  },
};
