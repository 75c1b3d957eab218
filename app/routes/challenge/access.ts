import {
  EntryForm,
  JudgingForm,
  LooksForm,
  OpeningForm,
  PrizesForm,
  ThemeForm,
  EditForm,
} from "~/domain/challenge/opening/forms";
import { ChallengeRatingForm } from "~/domain/challenge/moderator-query";
import { HandReviewForm } from "~/domain/challenge/reviewing/forms";
import { CommentForm } from "~/domain/comment/schema";
import { ReasonForm, ReminderForm } from "~/domain/contest/forms";
import type { AccessTable } from "~/web/request/access";

export const access: AccessTable = {
  "/challenges": {
    get: "anyone",
    query: "`status?` `source?` `mine?` `sort?` `q?` `after?`",
    shows: "200; what makes no sense counts as not asked",
    pages: [
      { name: "challenges-out" },
      { name: "challenges", as: "cobalt" },
      { name: "challenges-completed", path: "/challenges?status=completed" },
      { name: "challenges-nothing", path: "/challenges?q=zeppelin" },
    ],
  },
  "/challenges.atom": { get: "anyone", shows: "200, Atom, the latest 30" },
  "/challenges/upcoming.json": { get: "anyone", query: "`count?`", shows: "200, JSON, the next 30 at most" },
  "/challenges/leaderboard": {
    get: "anyone",
    query: "`by?` `period?`",
    pages: [{ name: "challenge-leaderboard", as: "cobalt" }],
  },
  "/challenges/:id": {
    get: "anyone",
    query: "`after?`",
    shows: "200 at `/challenges/:id/:slug`; 302 there from any other slug",
    pages: [
      { name: "challenge", path: "/challenges/2/heavy-weather", as: "cobalt" },
      { name: "challenge-out", path: "/challenges/2/heavy-weather" },
      { name: "challenge-moderator", path: "/challenges/2/heavy-weather", as: "keeper" },
      { name: "challenge-upcoming", path: "/challenges/3/left-behind", as: "cobalt" },
      { name: "challenge-by-hand", path: "/challenges/4/one-fruit-seriously", as: "cobalt" },
      { name: "challenge-ended", path: "/challenges/1/small-voyages", as: "cobalt" },
      { name: "challenge-canceled", path: "/challenges/5/two-things-at-once" },
    ],
  },
  "/challenges/:id/mine": {
    get: "people",
    pages: [
      { name: "challenge-mine", path: "/challenges/2/mine", as: "cobalt" },
      { name: "challenge-mine-ended", path: "/challenges/1/mine", as: "cobalt" },
    ],
  },
  "/challenges/:id/rules": {
    get: "anyone",
    pages: [
      { name: "challenge-rules", path: "/challenges/2/rules" },
      { name: "challenge-rules-ended", path: "/challenges/1/rules" },
    ],
  },
  "/challenges/:id/results": {
    get: "anyone",
    query: "`after?`",
    pages: [{ name: "challenge-results", path: "/challenges/1/results", as: "cobalt" }],
  },
  "/challenges/:id/discussion": {
    get: "anyone",
    query: "`before?`",
    post: "people",
    reads: CommentForm,
    pages: [{ name: "challenge-discussion", path: "/challenges/2/discussion", as: "cobalt" }],
  },
  "/challenges/:id/edit": {
    get: "owner, moderators",
    post: "owner, moderators",
    reads: EditForm,
    answers: "303, 422",
    sampleForm: { title: "Another title", theme: "Another theme", invitation: "", description: "", cover: "1" },
    pages: [{ name: "challenge-edit", path: "/challenges/4/edit", as: "ochre" }],
  },
  "/challenges/:id/looks": {
    get: "owner",
    post: "owner",
    reads: LooksForm,
    answers: "303, 422",
    sampleForm: { reviews: "10" },
    pages: [{ name: "challenge-looks", path: "/challenges/4/looks", as: "ochre" }],
  },
  "/challenges/:id/reminder": { post: "people", reads: ReminderForm, page: "/challenges/:id", answers: "303, 422" },
  "/challenges/:id/rematch": { post: "people", answers: "303 to the wizard, 422", page: "/challenges/:id" },
  "/challenges/:id/cancellation": {
    post: "owner, moderators",
    reads: ReasonForm,
    answers: "303, 422",
    page: "/challenges/:id",
    whose: "moderators, and whoever opened it until somebody has entered",
    sampleForm: { reason: "A reason" },
  },
  "/challenges/:id/end": { post: "moderators", reads: ReasonForm, answers: "303, 422", page: "/challenges/:id" },
  "/challenges/:id/level": {
    post: "moderators",
    reads: ChallengeRatingForm,
    answers: "303, 422",
    page: "/challenges/:id",
    sampleForm: { level: "1", reason: "A reason" },
  },
  "/challenges/:id/reviews": {
    get: "owner, moderators",
    shows: "302 to the next entry, or 200 when nothing is left",
    pages: [{ name: "challenge-reviews", path: "/challenges/4/reviews", as: "ochre" }],
  },
  "/challenges/:id/reviews/:entry": {
    get: "owner, moderators",
    post: "owner, moderators",
    reads: HandReviewForm,
    answers: "303, 422",
    sampleForm: { c0: "5", c1: "5", words: "Words about it." },
  },
  "/challenges/:id/card.png": { get: "anyone", shows: "200, PNG, for where its address is shared" },
  "/challenges/:id/log": { get: "anyone", shows: "200, a row of JSON a line, once it is completed", absent: true },
  "/challenges/:id/submit": {
    get: "people",
    query: "`show?` `mediaId?` (many), ticked",
    post: "people",
    fields: "`mediaId` (many), or `file` (many) `level` `alt?`; `intent?`, `upload`",
    answers: "200 when files were taken in, 303, 422",
    pages: [{ name: "challenge-submit", path: "/challenges/2/submit", as: "cobalt" }],
  },
  "/challenges/entries/:id/withdrawal": { post: "owner", answers: "303, 422" },
  "/challenges/entries/:id/removal": { post: "moderators", reads: ReasonForm, answers: "303, 422" },
  "/challenges/entries/:id/clearance": { post: "moderators", answers: "303, 422" },
  "/challenges/new": { get: "anyone", shows: "302 to the first step" },
  "/challenges/new/theme": {
    get: "people",
    query: "`suggest?`",
    post: "people",
    reads: ThemeForm,
    fields: "`title` `theme` `invitation?` `description?` `rematch?` `cover`, or `file` `level` `alt?`; `intent?`",
    answers: "200, 303, 422",
    pages: [
      { name: "challenge-theme", as: "cobalt" },
      { name: "challenge-suggested", path: "/challenges/new/theme?suggest=on", as: "cobalt" },
    ],
  },
  "/challenges/new/entry": {
    get: "people",
    query: "`find?`",
    post: "people",
    reads: EntryForm,
    fields:
      "`duration` `start` `startsAt?` `timeZone?` `perPerson` `cap` `level` (many) `fresh?` `models?` `version?` (many); `find?` `intent?`",
    answers: "200, 303",
    pages: [{ name: "challenge-entry", as: "cobalt" }],
  },
  "/challenges/new/judging": {
    get: "people",
    post: "people",
    reads: JudgingForm,
    fields: "`label?` `question?` `percent?` (many each) `prompt?`; `intent?`",
    answers: "200, 303",
    pages: [{ name: "challenge-judging", as: "cobalt" }],
  },
  "/challenges/new/prizes": {
    get: "people",
    post: "people",
    reads: PrizesForm,
    fields: "`prize?` (many) `by?` `reviews` `share?` `judge?`; `intent?`",
    answers: "200, 303",
    pages: [{ name: "challenge-prizes", as: "cobalt" }],
  },
  "/challenges/new/review": {
    get: "people",
    post: "people",
    reads: OpeningForm,
    answers: "303, 422",
    pages: [{ name: "challenge-review", as: "cobalt" }],
  },
  "/people/:username/challenges": {
    get: "anyone",
    query: "`show?` `before?`",
    pages: [{ name: "profile-challenges", path: "/people/cobalt/challenges" }],
  },
  "/moderation/challenges": {
    get: "moderators",
    query: "`status?` `source?` `level?` `q?` `before?`",
    pages: [
      { name: "moderation-challenges", as: "keeper" },
      {
        name: "moderation-challenges-quiet",
        path: "/moderation/challenges?status=needs-hand&q=zeppelin",
        as: "keeper",
      },
    ],
  },
};
