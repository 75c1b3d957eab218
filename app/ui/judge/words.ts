import type { Bar } from "~/domain/crucible/judging/judges";
import { count } from "../words";

export const SET = 5;

type Done = "seated" | "voted" | "skipped" | "undone" | "answered-before";

/** What the status line says when something was done; `session` counts the votes of this session. */
export function answerWords(done: Done, session: number) {
  switch (done) {
    case "seated":
      return "Here is your pair.";
    case "voted":
      return session % SET === 0 && session > 0
        ? `Vote ${session} counted: ${count(session / SET, "set")} of five done.`
        : `Vote ${session} counted.`;
    case "skipped":
      return "Skipped.";
    case "undone":
      return "Taken back. Choose again.";
    case "answered-before":
      return "That pair was answered already.";
  }
}

const refusals = {
  "pair-gone": "One of the two has left, so nothing was counted. Here is another pair.",
  "not-your-pair": "That pair is not the one before you, so nothing was counted.",
  "nothing-to-undo": "There is nothing to take back.",
  "too-late": "A vote can be taken back for 10 seconds; this one stands.",
  "not-open": "Judging has not begun.",
  ended: "It has ended. This answer came too late.",
  "not-eligible": "You cannot judge here.",
  "too-few-entries": "There are not two entries for you yet.",
  "caught-up": "You have seen every pair.",
} as const;

/** Why somebody may not judge on this site. */
export const barWords: Record<Bar, string> = {
  banned: "A moderator closed this account. The sign-in page says why.",
  "too-new": "Your account is too new: judges here have been members for a while. Come back soon.",
  "no-e-mail": "Judges here have confirmed their e-mail address. The settings send you a letter.",
};

/** Why an answer was not taken. */
export function refusalWords(reason: keyof typeof refusals) {
  return refusals[reason];
}

/** How many pairs of the present set of five are done. */
export function doneOfSet(session: number) {
  return session === 0 ? 0 : ((session - 1) % SET) + 1;
}

/** Known of an entry, and spoiling nothing. */
export function duelsWords(duels: number) {
  return duels === 0 ? "new here" : `${duels}+ duels so far`;
}
