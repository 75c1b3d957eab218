import { Form, Link } from "@remix-run/react";
import { useMemo } from "react";
import { ALL_RATINGS, contentRatingNames } from "~/domain/media/content-ratings";
import { usePicked } from "../contest/picked";
import { SubmitChoices } from "../contest/submit-choices";
import type { SubmitChoice } from "../contest/submit-choices";
import { SubmitFoot } from "../contest/submit-foot";
import { submitText } from "../contest/submit-words";
import { NewFiles } from "../media/new-files";
import { Chip } from "../parts/chip";
import { Countdown } from "../parts/countdown";
import { EmptyState } from "../parts/empty-state";
import { ErrorSummary } from "../parts/error-summary";
import { Flash } from "../parts/flash";
import { count, list, sentence } from "../parts/format";
import { Icon } from "../parts/icon";
import { libraryText } from "../parts/library-words";
import { Meter } from "../parts/meter";
import { challengeText } from "./challenge-words";

type Refusal = { reason: string; detail: string };

/** What came back from the form: what was ticked, and why nothing was entered. */
type SubmitAnswer = {
  chosen: number[];
  errors: string[];
  refusals: (Refusal & { mediaId: number | null })[];
  /** Files that went into the library. */
  taken: number;
};

type SubmitView = {
  challenge: {
    id: number;
    title: string;
    path: string;
    endsAt: number;
    levels: number;
    madeForThis: boolean;
    models: string[];
    judgedBy: "model" | "people";
  };
  choices: SubmitChoice[];
  shown: number;
  more: number | null;
  ticked: number[];
  situation: { used: number; entriesPerPerson: number; usedUp: boolean; refusal: Refusal | null };
  provider: string | null;
  now: number;
};

type Props = SubmitView & { answer?: SubmitAnswer };

/** Everything about entering: what is asked, where pictures go, and one’s own images with how each fares. */
export function ChallengeSubmit(props: Props) {
  const { challenge, shown, situation, answer } = props;
  const errors = useMemo(() => (answer?.errors ?? []).map((words) => ({ words })), [answer]);
  const action = `/challenges/${challenge.id}/submit?show=${shown}`;
  return (
    <Form className="sheet" method="post" action={action} encType="multipart/form-data" aria-labelledby="sheet">
      {/* Enter never uploads: it is kept off both buttons. */}
      <button hidden disabled />
      <Head {...props} />
      <ErrorSummary errors={errors} />
      {answer?.taken ? (
        <Flash>{`${sentence(count(answer.taken, "file"))} added to your library. Review your selection below, then submit.`}</Flash>
      ) : null}
      {situation.refusal ? (
        <>
          <Flash tone="info">{situation.refusal.detail}</Flash>
          <p className="row">
            <Link className="btn" to={challenge.path}>
              {challengeText.back}
            </Link>
          </p>
        </>
      ) : (
        <Choosing {...props} />
      )}
    </Form>
  );
}

function Head({ challenge, situation: { used, entriesPerPerson, refusal }, now }: Props) {
  return (
    <header className="sheet-head">
      <div>
        <h1 id="sheet">{challengeText.submitEntries}</h1>
        <p className="dim">
          to <Link to={challenge.path}>{challenge.title}</Link>
          {refusal ? null : (
            <>
              {" "}
              · <Countdown until={challenge.endsAt} now={now} before="closes in " over="closed" />
            </>
          )}
        </p>
      </div>
      <div className="used">
        <p className="row between small">
          <b id="u">{submitText.used(used, entriesPerPerson)}</b>
          <span className="dim">{Math.max(0, entriesPerPerson - used)} left</span>
        </p>
        <Meter value={used} max={entriesPerPerson} labelledBy="u" />
      </div>
      <Link className="icon-btn" to={challenge.path}>
        <Icon name="x" />
        <span className="vh">Close</span>
      </Link>
    </header>
  );
}

function Choosing({ challenge, choices, more, ticked, situation, answer, provider }: Props) {
  const { picked, pick, pickAll } = usePicked(answer?.chosen, ticked);
  const fitting = choices.filter(({ refusals }) => refusals.length === 0);
  return (
    <>
      <Asked challenge={challenge} />
      <p className="why">
        {challenge.judgedBy === "people"
          ? "People judge this challenge. Your images stay on this site."
          : `Images are sent to the judge${provider ? ` at ${provider}` : ""}, without your name.`}
      </p>
      {situation.usedUp ? <Flash tone="info">All reviews are used up. Entries are shown, but not judged.</Flash> : null}
      <NewFiles
        accept="image/jpeg,image/png,image/webp"
        words="JPEG, PNG or WebP up to 25 MB each"
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
          <SubmitChoices choices={choices} fee={0} picked={picked} onPick={pick} refusals={answer?.refusals ?? []} />
        ) : (
          <EmptyState heading="h3" title={libraryText.empty}>
            Upload something first. It stays in your library whether or not you submit it here.
          </EmptyState>
        )}
        {more ? (
          <p className="more">
            <button className="btn" formMethod="get" formNoValidate name="show" value={more}>
              {submitText.showOlder}
            </button>
          </p>
        ) : null}
      </section>
      <SubmitFoot
        fee={0}
        balance={0}
        chosen={fitting.filter(({ id }) => picked.has(id)).length}
        back={challenge.path}
      />
    </>
  );
}

/** What every entry must be, as chips. */
function Asked({ challenge: { levels, madeForThis, models } }: Pick<Props, "challenge">) {
  const asked = [
    list(contentRatingNames(levels), "or"),
    "an image",
    ...(madeForThis ? ["made for this challenge"] : []),
    ...(models.length > 0 ? [`made with ${list(models.slice(0, 4), "or")}`] : []),
  ];
  return (
    <section className="stack" aria-labelledby="req">
      <h2 id="req" className="label">
        Each entry must be
      </h2>
      <p className="chips">
        {asked.map((words) => (
          <Chip key={words} on>
            {words}
          </Chip>
        ))}
      </p>
    </section>
  );
}
