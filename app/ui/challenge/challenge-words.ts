import { buzz, count, number } from "../parts/format";

/** What the pages of challenges say more than once. */
export const challengeText = {
  title: "Challenges",
  open: "Open a challenge",
  submitEntries: "Submit entries",
  yourEntries: "Your entries",
  view: "View challenge",
  back: "Back to the challenge",
  today: "Today’s challenge",
  comingUp: "Coming up",
  yourChallenges: "Your challenges",
  howJudged: "How it is judged",
  allRules: "All rules",
  remindMe: "Remind me",
  signInForReminder: "Sign in to be reminded",
  moderatorTools: "Moderator tools",
  cancel: "Cancel challenge",
  void: "Void: no prizes",
  endNow: "End now and pick winners",
  rate: "Set content rating",
  opened: "Challenge opened.",
  rematch: "Call a rematch",
  rematchDrafted: "Filled in from the challenge that ended. Choose a cover and set the prizes.",
  withdrawn: "Entry withdrawn.",
  reviewed: "Review saved.",
  addReviews: "Add reviews",
  judgeByHand: "Score entries",
  downloadLog: "Download log",
  noneYet: "No challenges yet",
  nothingMatches: "No challenges match",
  nobodyEntered: "Nobody entered",
  submitted: (entries: number, judged: number) =>
    judged === entries
      ? `${count(entries, "entry", "entries")} submitted. Good luck.`
      : `${count(entries, "entry", "entries")} submitted, ${number(judged)} of them to be reviewed now. The rest wait for the end.`,
  returned: (back: number) => `Challenge canceled.${back > 0 ? ` ${buzz(back)} returned.` : ""}`,
  short: (missing: number) => `You’re ${buzz(missing)} short.`,
} as const;
