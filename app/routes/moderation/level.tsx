import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { BLOCKED, contentRatingName, contentRatings } from "~/domain/media/content-ratings";
import { correctContentRating } from "~/domain/moderation/correcting.server";
import { findRatable } from "~/domain/moderation/queues.server";
import { LevelForm } from "~/domain/moderation/schema";
import { MediaFrame } from "~/ui/media/media-frame";
import { ModerationFrame } from "~/ui/moderation/frame";
import { RadioCards } from "~/ui/parts/options";
import { PersonLink } from "~/ui/parts/person";
import { ReasonForm } from "~/ui/parts/reason-form";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { readForm } from "~/web/form/form.server";
import { notFound, numberParam, requireModerator, viewer } from "~/web/session/guard.server";
import { moderationText } from "~/ui/moderation/moderation-words";
import { libraryText } from "~/ui/parts/library-words";

export const meta: MetaFunction = () => [{ title: "Correct a content rating · Crucible" }];

const options = [
  ...contentRatings.map(({ bit, name, words }) => ({ value: String(bit), label: name, hint: words })),
  { value: String(BLOCKED), label: "Blocked", hint: "Visible only to its owner and moderators" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireModerator(request);
  const item = await findRatable(await viewer(request), numberParam(params.id));
  if (!item) throw notFound();
  return json({ item });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const moderator = await requireModerator(request);
  const mediaId = numberParam(params.id);
  const form = await readForm(request, LevelForm);
  if (!form.ok) return form.reply;

  const act = { moderatorId: moderator.id, mediaId, ...form.value, now: clock.now() };
  if (!(await write((tx) => correctContentRating(tx, act)))) throw notFound();
  return redirectWithFlash("/moderation/levels", moderationText.nowRated(mediaId, contentRatingName(form.value.level)));
}

export default function ModerationLevel() {
  const { item } = useLoaderData<typeof loader>();
  const start = { level: item.level === 0 ? undefined : String(item.level) };
  return (
    <ModerationFrame at="/moderation/levels" title={`Content rating of item ${item.id}`}>
      {item.picture ? (
        <div className="about">
          <MediaFrame media={item.picture} sizes="24rem" eager />
        </div>
      ) : (
        <p>Your own content settings hide this image.</p>
      )}
      <p>
        By <PersonLink name={item.owner} />, who rated it {contentRatingName(item.statedLevel)}. It’s now{" "}
        {contentRatingName(item.level)}.
      </p>
      <ReasonForm
        button={moderationText.saveRating}
        back="/moderation/levels"
        start={start}
        hint="Shown to the owners of entries this disqualifies."
        lastResult={useActionData<typeof action>()}
      >
        {(field) => (
          <RadioCards field={field("level")} legend={libraryText.contentRating} options={options} columns="two" />
        )}
      </ReasonForm>
    </ModerationFrame>
  );
}
