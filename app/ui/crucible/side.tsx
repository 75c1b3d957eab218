import { Link } from "@remix-run/react";
import { mediaKindBits } from "~/domain/crucible/schema";
import { contentRatingNames } from "~/domain/media/content-ratings";
import { Pool } from "../parts/buzz";
import { Chip } from "../parts/chip";
import type { CrucibleState } from "./state";
import type { CrucibleView } from "./view";
import { Icon } from "../parts/icon";
import { Panel } from "../parts/panel";
import { PrizeBar, PrizePlaces } from "~/ui/contest/prize-bar";
import type { PrizePlace } from "~/ui/contest/prize-bar";
import { buzz, number } from "../parts/format";

type PoolProps = { crucible: CrucibleView; state: CrucibleState; places: PrizePlace[] };

/** What there is to win, place by place, and who holds each. */
export function PoolPanel({ crucible, state, places }: PoolProps) {
  return (
    <Panel title="Prize pool" small>
      <Pool amount={crucible.pool} />
      <PrizeBar percents={crucible.prizes} />
      <PrizePlaces places={places} />
      <p className="why">{poolText(crucible, state)}</p>
    </Panel>
  );
}

function poolText({ entryFee, entryCount }: CrucibleView, { phase }: CrucibleState) {
  if (phase === "cancelled") return "All fees were refunded.";
  if (phase === "counting") return "Standings at the end. The settled rating decides.";
  const grows =
    entryFee > 0
      ? `Every entry adds ${buzz(entryFee)} to the pool`
      : "Entry is free, so there are no prizes, only places";
  if (phase !== "open" && phase !== "upcoming") return "Current standings. Names appear when it ends.";
  return entryCount > 0 ? `Current standings. ${grows}. Names appear when it ends.` : `${grows}.`;
}

/** What may enter and who may judge, as chips. */
export function RulesPanel({ crucible }: { crucible: CrucibleView }) {
  return (
    <Panel title="Rules" stack>
      <RuleChips crucible={crucible} />
      <Link className="btn" to={`/crucibles/${crucible.id}/rules`} preventScrollReset>
        All rules
      </Link>
    </Panel>
  );
}

export function RuleChips({ crucible }: { crucible: CrucibleView }) {
  const { levels, mediaKinds, minSide, entriesPerPerson, entriesCap, judgeRule, judgeMinScore } = crucible;
  return (
    <dl className="rules">
      <Rule name="Content ratings">
        {contentRatingNames(levels).map((name) => (
          <Chip key={name} on>
            {name}
          </Chip>
        ))}
      </Rule>
      <Rule name="Media">
        {mediaKinds & mediaKindBits.image ? <Chip>Images</Chip> : null}
        {mediaKinds & mediaKindBits.video ? <Chip>Videos</Chip> : null}
        {minSide > 0 ? <Chip>at least {number(minSide)} px</Chip> : null}
      </Rule>
      <Rule name="Made with">
        <MadeWith crucible={crucible} />
      </Rule>
      <Rule name="Entries">
        <Chip>{number(entriesPerPerson)} per person</Chip>
        <Chip>{entriesCap === null ? "no total limit" : `${number(entriesCap)} in total`}</Chip>
      </Rule>
      <Rule name="Judges">
        <Chip>{judgeRule === "anyone" ? "anyone signed in" : `score of ${number(judgeMinScore)}, or supporter`}</Chip>
      </Rule>
    </dl>
  );
}

function MadeWith({ crucible: { resourceRule, models } }: { crucible: CrucibleView }) {
  if (resourceRule === "any") return <Chip>anything</Chip>;
  return (
    <>
      {models.map((name) => (
        <Chip key={name}>{name}</Chip>
      ))}
      {resourceRule === "enforced" ? (
        <Chip>
          <Icon name="shield" />
          checked
        </Chip>
      ) : (
        <Chip>not checked</Chip>
      )}
    </>
  );
}

function Rule({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="chips">{children}</dd>
    </div>
  );
}
