import { mediaKindBits } from "~/domain/crucible/schema";
import { contentRatingNames } from "~/domain/media/content-ratings";
import { Chip } from "~/ui/parts/chip";
import { list } from "~/ui/parts/format";

export type Asked = {
  levels: number;
  mediaKinds: number;
  minSide: number;
  resourceRule: "any" | "enforced" | "unchecked";
  models: readonly string[];
};

/** What every entry must be, as chips. */
export function SubmitRules({ asked }: { asked: Asked }) {
  return (
    <section className="stack" aria-labelledby="req">
      <h2 id="req" className="label">
        Each entry must be
      </h2>
      <p className="chips">
        {askedText(asked).map((words) => (
          <Chip key={words} on>
            {words}
          </Chip>
        ))}
      </p>
    </section>
  );
}

function askedText({ levels, mediaKinds, minSide, resourceRule, models }: Asked) {
  const names = models.length > 4 ? [...models.slice(0, 4), `${models.length - 4} more`] : models;
  const wish = resourceRule === "unchecked" ? ", if possible (not checked)" : "";
  return [
    list(contentRatingNames(levels), "or"),
    kindLabels(mediaKinds),
    ...(minSide > 0 ? [`at least ${minSide} px on the shorter side`] : []),
    ...(models.length > 0 ? [`made with ${list(names, "or")}${wish}`] : []),
  ];
}

function kindLabels(kinds: number) {
  if (kinds === mediaKindBits.image) return "an image";
  return kinds === mediaKindBits.video ? "a video" : "an image or a video";
}
