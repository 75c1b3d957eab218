import { dataStyle } from "../parts/data-style";
import { number } from "../parts/format";
import type { Criterion } from "./view";

/** A rubric: how much each criterion counts. */
export function Rubric({ criteria }: { criteria: readonly Criterion[] }) {
  return (
    <dl className="crits weights">
      {criteria.map(({ label, percent }, at) => (
        <Row key={at} label={label} share={percent} figure={`${number(percent)}%`} />
      ))}
    </dl>
  );
}

/** What an entry got for each criterion, 0 to 10. */
export function Scores({ criteria, scores }: { criteria: readonly Criterion[]; scores: readonly number[] }) {
  return (
    <dl className="crits">
      {criteria.map(({ label }, at) => (
        <Row key={at} label={label} share={scores[at] ?? 0} figure={number(scores[at] ?? 0)} />
      ))}
    </dl>
  );
}

function Row({ label, share, figure }: { label: string; share: number; figure: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="track" style={dataStyle({ "--n": share })} aria-hidden="true" />
        <span className="fig">{figure}</span>
      </dd>
    </div>
  );
}
