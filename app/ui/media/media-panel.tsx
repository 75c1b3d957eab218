import { Form, Link, useFetcher } from "@remix-run/react";
import { contentRatings } from "~/domain/media/content-ratings";
import { classes } from "../parts/classes";
import { TextArea, SelectField } from "../parts/field";
import { Flash } from "../parts/flash";
import { CheckField } from "../parts/options";
import { GenerationDetails } from "./generation-details";
import type { Generation } from "./generation-details";
import { Disclosure } from "../parts/panel";
import { Picture } from "../parts/picture";
import type { MediaView } from "../parts/picture";
import { When } from "../parts/when";
import { bytes } from "../parts/format";
import { libraryText } from "../parts/library-words";

export type OwnMedia = MediaView & {
  level: number;
  statedLevel: number;
  type: string;
  bytes: number;
  fileName: string | null;
  hidePrompt: boolean;
  /** Everyone may see it by itself. */
  published: boolean;
  createdAt: number;
  generation: Generation | null;
  uses: { name: string; path: string; over: boolean; as: "entry" | "cover" }[];
};

/** One of one's own media beside the library: what it is, what one says of it, what made it, and the way out. */
export function MediaPanel({ item, now, asked }: { item: OwnMedia; now: number; asked: boolean }) {
  return (
    <aside className={classes("side panel stack item", !asked && "offered")} aria-labelledby="it" id="item">
      <Link className="media" to={`/media/${item.key}`}>
        <Picture media={item} sizes="(max-width: 64rem) 94vw, 22rem" soon={asked} />
      </Link>
      <h2 id="it">{item.fileName || `Item ${item.id}`}</h2>
      <p className="meta">
        {`${item.width} × ${item.height} px · ${item.type.split("/")[1]!.toUpperCase()}, ${bytes(item.bytes)} · added `}
        <When at={item.createdAt} now={now} />
      </p>
      <MediaFields item={item} />
      <div>
        {item.generation ? (
          <GenerationDetails generation={item.generation} rawAt={`/media/${item.key}/raw`} open />
        ) : null}
        <Deletion item={item} />
      </div>
    </aside>
  );
}

type Refused = { error?: Record<string, string[] | null> | null; initialValue?: Record<string, unknown> | null };
type WordsProps = {
  item: Pick<OwnMedia, "id" | "key" | "alt" | "level" | "hidePrompt" | "published">;
  refused?: Refused;
};

/** What one says of an item of one's own; without scripts a refusal comes back with what was typed. */
export function MediaFields({ item, refused }: WordsProps) {
  const saving = useFetcher<Refused & { saved?: boolean }>();
  const { error } = saving.data ?? refused ?? {};
  const typed = refused?.initialValue;
  const start = typed
    ? {
        alt: typed.alt ?? "",
        level: typed.level,
        hidePrompt: typed.hidePrompt === "on",
        publish: typed.publish === "on",
      }
    : { alt: item.alt, level: item.level || 1, hidePrompt: item.hidePrompt, publish: item.published };
  const field = (name: keyof typeof start) => ({
    id: `${name}-${item.id}`,
    name,
    initialValue: start[name],
    errors: error?.[name] ?? undefined,
  });
  const choices = contentRatings.map(({ bit, name, words }) => ({ value: String(bit), label: `${name}: ${words}` }));
  return (
    <saving.Form className="stack" method="post" action={`/media/${item.key}`} key={item.id}>
      {saving.data?.saved ? <Flash>Saved.</Flash> : null}
      <TextArea field={field("alt")} label={libraryText.altText} rows={2} maxLength={500} />
      <SelectField
        field={field("level")}
        label={libraryText.contentRating}
        choices={choices}
        hint={item.level === 0 ? "Not rated yet. Only you can see it." : undefined}
      />
      <CheckField field={field("hidePrompt")} label="Hide the prompt" />
      <CheckField field={field("publish")} label="Show it to everyone, with my name" />
      <button className="btn primary">Save</button>
    </saving.Form>
  );
}

function Deletion({ item }: { item: OwnMedia }) {
  const holding = item.uses.find(({ over }) => !over);
  return (
    <Disclosure summary="Delete">
      {holding ? (
        <p className="why">
          {holding.as === "cover" ? "It’s the cover of " : "It’s in "}
          <Link to={holding.path}>{holding.name}</Link>, so you can’t delete it until that’s over.
        </p>
      ) : (
        <Form method="post" action={`/media/${item.key}/deletion`} className="stack">
          <p className="why">
            {item.uses.length > 0 ? "Results that include it will show an empty slot. " : ""}This can’t be undone.
          </p>
          <button className="btn">{libraryText.deletePermanently}</button>
        </Form>
      )}
    </Disclosure>
  );
}
