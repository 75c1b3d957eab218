import { entryRefusal } from "~/domain/contest/conditions";
import type { Bar } from "~/domain/contest/conditions";
import type { CrucibleState } from "./state";
import type { CrucibleView } from "./view";
import { barrierMessages } from "./judge/words";
import { buzz, count, dateTime, duration, number, relative, shortTime } from "../parts/format";

/** What a person brings along; null when nobody is signed in. */
export type Person = {
  /** Entries that count against the limit. */
  used: number;
  balance: number;
  inDebt: boolean;
  score: number;
  /** Asked to be told when it opens. */
  reminded: boolean;
  /** Pairs left to judge. */
  waiting: number;
  /** Why one may not judge here. */
  unfit: Bar | "not-verified" | null;
} | null;

/** Something one can do now, with a word about it, or why and until when one cannot. */
export type CrucibleAction = { can: true; words: string } | { can: false; words: string };

type Terms = Pick<
  CrucibleView,
  | "entryFee"
  | "entriesPerPerson"
  | "entriesCap"
  | "entryCount"
  | "entriesCloseAt"
  | "startsAt"
  | "endsAt"
  | "judgeMinScore"
>;

/** Whether one can judge now. */
export function judgeAction(crucible: Terms, { phase }: CrucibleState, person: Person, now: number): CrucibleAction {
  if (phase === "upcoming") return no(opens("Judging opens", crucible.startsAt, now));
  if (phase === "counting") return no("Judging has ended. The votes are being counted.");
  if (phase === "completed") return no(`Judging ended ${relative(crucible.endsAt, now)}.`);
  if (phase === "cancelled") return no("This crucible was canceled. All fees were refunded.");
  const open = phase === "open";
  if (crucible.entryCount < 2 && !open) return no("There aren’t enough entries to judge, and entries are closed.");
  if (crucible.entryCount < 2)
    return no(
      `Judging starts with the second entry. There ${crucible.entryCount === 1 ? "is one" : "are none"} so far.`,
    );
  if (!person) return yes("Free. All you need is an account.");
  if (person.unfit && person.unfit !== "not-verified") return no(barrierMessages[person.unfit]);
  if (person.unfit)
    return no(
      `You need a score of ${number(crucible.judgeMinScore)} or a supporter membership to judge here. Your score is ${number(person.score)}.`,
    );
  if (person.waiting === 0) return no(`You’ve judged every pair.${open ? " New entries add more." : ""}`);
  return yes(`${count(person.waiting, "pair")} to judge`);
}

/** Whether one can enter now. */
export function enterAction(crucible: Terms, { phase }: CrucibleState, person: Person, now: number): CrucibleAction {
  const { entryFee, entriesPerPerson, entriesCap, entryCount, entriesCloseAt, startsAt, endsAt } = crucible;
  if (phase === "upcoming") return no(opens("Entries open", startsAt, now));
  if (phase === "judging")
    return no(`Entries closed ${relative(entriesCloseAt, now)}. Judging continues until ${shortTime(endsAt, now)}.`);
  if (phase !== "open") return no(`Entries closed ${relative(entriesCloseAt, now)}.`);
  const { used, balance, inDebt } = person ?? { used: 0, balance: Infinity, inDebt: false };
  const held = { used, balance, inDebt };
  const limits = { perPerson: entriesPerPerson, cap: entriesCap, entered: entryCount, fee: entryFee, ...held };
  const refused = entryRefusal(limits, 1);
  if (refused === "person-limit") return no(`You’ve used ${number(used)} of ${number(entriesPerPerson)}.`);
  if (refused === "full") return no(`All ${number(entriesCap!)} spots are taken.`);
  if (refused === "in-debt") return no("You can’t spend Buzz until your debt is paid off.");
  if (refused) return no(`An entry costs ${buzz(entryFee)}. You have ${buzz(balance)}.`);
  return yes(`Entries close at ${shortTime(entriesCloseAt, now)}, in ${duration(entriesCloseAt - now)}.`);
}

function opens(what: string, at: number, now: number) {
  return now < at ? `${what} in ${duration(at - now)}, ${dateTime(at)}.` : `${what} within a minute.`;
}

function yes(words: string): CrucibleAction {
  return { can: true, words };
}

function no(words: string): CrucibleAction {
  return { can: false, words };
}
