import { Form, Link } from "@remix-run/react";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { ALL_RATINGS } from "~/domain/media/content-ratings";
import { Countdown } from "~/ui/parts/countdown";
import { EmptyState } from "~/ui/parts/empty-state";
import { ErrorSummary } from "~/ui/parts/error-summary";
import { Flash } from "~/ui/parts/flash";
import { Icon } from "~/ui/parts/icon";
import { Meter } from "~/ui/parts/meter";
import { NewFiles } from "~/ui/media/new-files";
import { SubmitChoices } from "~/ui/contest/submit-choices";
import type { SubmitChoice } from "~/ui/contest/submit-choices";
import { Closed } from "./closed";
import type { Refusal } from "./closed";
import { SubmitFoot } from "~/ui/contest/submit-foot";
import { SubmitRules } from "./rules";
import type { Asked } from "./rules";
import { usePicked } from "~/ui/contest/picked";
import { useScripted } from "~/ui/parts/scripted";
import { count, sentence } from "~/ui/parts/format";
import { submitText } from "~/ui/contest/submit-words";
import { libraryText } from "~/ui/parts/library-words";

/** What came back from the form: what was ticked, and why nothing was entered. */
export type SubmitAnswer = {
  chosen: number[];
  errors: string[];
  refusals: (Refusal & { mediaId: number | null })[];
  /** Files that went into the library. */
  taken: number;
};

export type SubmitView = {
  crucible: { id: number; name: string; path: string; entryFee: number; asked: Asked; entriesCloseAt: number };
  choices: SubmitChoice[];
  /** How many of them are asked for, and how many the next step would be; null when these are all. */
  shown: number;
  more: number | null;
  /** What was ticked before more were asked for. */
  ticked: number[];
  situation: { used: number; entriesPerPerson: number; balance: number; refusal: Refusal | null };
  now: number;
};

type Props = SubmitView & { answer?: SubmitAnswer; heading: "h1" | "h2"; close?: ReactNode; form?: typeof Form };

/** Everything about submitting: what is asked, one's own media with how each fares, and the price. */
export function SubmitSheet({
  crucible,
  choices,
  shown,
  more,
  ticked,
  situation,
  now,
  answer,
  heading,
  close,
  form: Sending = Form,
}: Props) {
  const action = `/crucibles/${crucible.id}/submit?show=${shown}`;
  const errors = useMemo(() => (answer?.errors ?? []).map((words) => ({ words })), [answer]);
  return (
    <Sending className="sheet" method="post" action={action} encType="multipart/form-data" aria-labelledby="sheet">
      {/* Enter never spends and never uploads: it is kept off both buttons. */}
      <button hidden disabled />
      <Head crucible={crucible} situation={situation} now={now} heading={heading} close={close} />
      <ErrorSummary errors={errors} />
      {answer?.taken ? (
        <Flash>{`${sentence(count(answer.taken, "file"))} added to your library. Review your selection below, then submit.`}</Flash>
      ) : null}
      {situation.refusal ? (
        <Closed refusal={situation.refusal} crucible={crucible} />
      ) : (
        <Choosing {...{ crucible, choices, more, ticked, situation, answer }} />
      )}
    </Sending>
  );
}

function Head({
  crucible,
  situation,
  now,
  heading: Heading,
  close,
}: Pick<Props, "crucible" | "situation" | "now" | "heading" | "close">) {
  const { used, entriesPerPerson } = situation;
  return (
    <header className="sheet-head">
      <div>
        <Heading id="sheet">{submitText.submitEntries}</Heading>
        <p className="dim">
          to <Link to={crucible.path}>{crucible.name}</Link>
          {crucible.entriesCloseAt > now && !situation.refusal ? (
            <>
              {" "}
              · <Countdown until={crucible.entriesCloseAt} now={now} before="closes in " over="closed" />
            </>
          ) : null}
        </p>
      </div>
      {situation.refusal && used < entriesPerPerson ? null : (
        <div className="used">
          <p className="row between small">
            <b id="u">{submitText.used(used, entriesPerPerson)}</b>
            <span className="dim">{Math.max(0, entriesPerPerson - used)} left</span>
          </p>
          <Meter value={used} max={entriesPerPerson} labelledBy="u" />
        </div>
      )}
      {close ?? (
        <Link className="icon-btn" to={crucible.path}>
          <Icon name="x" />
          <span className="vh">Close</span>
        </Link>
      )}
    </header>
  );
}

type ChoosingProps = Pick<Props, "crucible" | "choices" | "more" | "ticked" | "situation" | "answer">;

function Choosing({ crucible, choices, more, ticked, situation, answer }: ChoosingProps) {
  const { picked, pick, pickAll } = usePicked(answer?.chosen, ticked);
  const fitting = choices.filter(({ refusals }) => refusals.length === 0);
  return (
    <>
      <SubmitRules asked={crucible.asked} />
      <NewFiles
        accept={accepted}
        words="Images up to 25 MB, videos up to 100 MB and 60 seconds each"
        multiple
        among={ALL_RATINGS}
        onTaken={pickAll}
      />
      <section className="stack" aria-labelledby="lib">
        <div className="row between">
          <h2 id="lib">Your library</h2>
          <span className="meta">{choices.length > 0 ? submitText.fitting(fitting.length, choices.length) : ""}</span>
        </div>
        {choices.length > 0 ? (
          <SubmitChoices
            choices={choices}
            fee={crucible.entryFee}
            picked={picked}
            onPick={pick}
            refusals={answer?.refusals ?? []}
          />
        ) : (
          <EmptyState heading="h3" title={libraryText.empty}>
            Upload something first. It stays in your library whether or not you submit it here.
          </EmptyState>
        )}
        {more ? (
          <p className="more">
            <Older crucibleId={crucible.id} show={more} />
          </p>
        ) : null}
      </section>
      <SubmitFoot
        fee={crucible.entryFee}
        balance={situation.balance}
        chosen={fitting.filter(({ id }) => picked.has(id)).length}
        back={crucible.path}
      />
    </>
  );
}

/** Without scripts a button of the same form, so that what is ticked comes along. */
function Older({ crucibleId, show }: { crucibleId: number; show: number }) {
  if (useScripted())
    return (
      <Link className="btn" to={`/crucibles/${crucibleId}/submit?show=${show}`} preventScrollReset>
        {submitText.showOlder}
      </Link>
    );
  return (
    <button className="btn" formMethod="get" formNoValidate name="show" value={show}>
      {submitText.showOlder}
    </button>
  );
}

const accepted = "image/jpeg,image/png,image/webp,video/mp4,video/webm";
