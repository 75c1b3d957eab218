import { count } from "~/ui/parts/format";

/** What the judge’s page says besides its status line. */
export const judgeText = {
  showFirstPair: "Show the first pair",
  judgedAll: "You’ve judged every pair",
  undo: "Undo",
  bothEnlarged: "Both entries, enlarged",
  signIn: "Sign in to judge",
  useShortcuts: "Use keyboard shortcuts",
  notSent: "Your vote hasn’t been sent.",
  offline: "You seem to be offline.",
  retryNow: "retry now",
  pauseBoth: "Pause both",
  playBoth: "Play both",
  leftIsBetter: "Left is better",
  rightIsBetter: "Right is better",
  zoomBoth: "Zoom both",
  commentsOn: (side: string) => `Comments on the ${side}`,
  readAll: (comments: number) => (comments === 1 ? "Read the comment" : `Read all ${count(comments, "comment")}`),
  soundFrom: (side: string) => `Sound from the ${side} video`,
  cannotShow: (sides: readonly string[]) =>
    sides.length > 1 ? "Neither side can be shown." : `The ${sides[0]} side can’t be shown.`,
  loadAgain: "Load again",
  giveBack: "Give this pair back",
  hasEnded: (name: string) => `${name} has ended`,
} as const;
