import type { CrucibleState } from "./state";
import type { CrucibleView } from "./view";
import { Tabs } from "../parts/tabs";
import { crucibleText } from "./crucible-words";

type Props = {
  crucible: CrucibleView;
  state: CrucibleState;
  /** The address one is at. */
  pathname: string;
  own: number | null;
  comments: number;
};

/** The pages of a crucible. */
export function CrucibleTabs({ crucible, state, pathname, own, comments }: Props) {
  const under = `/crucibles/${crucible.id}`;
  const tabs = [
    { to: crucible.path, label: "All entries", count: crucible.entryCount },
    { to: `${under}/leaderboard`, label: state.phase === "completed" ? "Results" : "Leaderboard" },
    { to: `${under}/mine`, label: crucibleText.yourEntries, count: own ?? undefined },
    { to: `${under}/rules`, label: "Rules" },
    { to: `${under}/discussion`, label: "Discussion", count: comments },
  ];
  return <Tabs label="This crucible" tabs={tabs.map((tab) => ({ ...tab, current: tab.to === pathname }))} />;
}
