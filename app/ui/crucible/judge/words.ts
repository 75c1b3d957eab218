import type { Bar } from "~/domain/contest/conditions";
import { count } from "~/ui/parts/format";

export const SET = 5;

type Done = "seated" | "voted" | "skipped" | "given-back" | "undone" | "answered-before";

/** What the status line says when something was done; `session` counts the votes of this session. */
export function answerText(done: Done, session: number) {
  switch (done) {
    case "seated":
      return "Here’s your pair.";
    case "voted":
      return session % SET === 0 && session > 0
        ? `Vote ${session} counted: ${count(session / SET, "set")} of five done.`
        : `Vote ${session} counted.`;
    case "skipped":
      return "Skipped. It won’t come back.";
    case "given-back":
      return "Given back. That didn’t count as a skip.";
    case "undone":
      return "Vote undone. Choose again.";
    case "answered-before":
      return "You already voted on that pair.";
  }
}

const refusals = {
  "pair-gone": "One of these entries was withdrawn, so your vote wasn’t counted. Here’s another pair.",
  "not-your-pair": "That wasn’t your current pair, so nothing was counted.",
  "nothing-to-undo": "There’s nothing to undo.",
  "too-late": "You can undo a vote for 10 seconds. This one is final.",
  "not-open": "Judging hasn’t started yet.",
  ended: "This crucible has ended. Your vote came too late to count.",
  "not-eligible": "You can’t judge here.",
  "too-few-entries": "Not enough entries for you to judge yet.",
  "caught-up": "You’ve judged every pair.",
} as const;

/** Why somebody may not judge on this site. */
export const barrierMessages: Record<Bar, string> = {
  banned: "Your account is banned. The reason is shown when you sign in.",
  "too-new": "Your account is too new to judge here. Check back soon.",
  "no-e-mail": "You need a confirmed email address to judge here. Request a confirmation email in Settings.",
};

/** Why an answer was not taken. */
export function refusalText(reason: keyof typeof refusals) {
  return refusals[reason];
}

/** How many pairs of the present set of five are done. */
export function doneOfSet(session: number) {
  return session === 0 ? 0 : ((session - 1) % SET) + 1;
}

/** Known of an entry, and spoiling nothing. */
export function duelsText(duels: number) {
  return duels === 0 ? "new here" : `${duels}+ duels so far`;
}
