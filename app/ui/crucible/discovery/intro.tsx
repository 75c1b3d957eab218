import { Link } from "@remix-run/react";
import { Picture } from "~/ui/parts/picture";
import type { MediaView } from "~/ui/parts/picture";
import { buzz } from "~/ui/parts/format";
import { discoveryText } from "./discovery-words";

type Props = {
  grant: number;
  /** Two entries of a running crucible, to try one's eye on. */ taste: { name: string; pair: MediaView[] } | null;
};

/** What this is, for those who are new. */
export function Intro({ grant, taste }: Props) {
  return (
    <section className="intro" aria-labelledby="t">
      <div>
        <h1 id="t">{discoveryText.headline}</h1>
        <ol>
          <li>
            <b>Someone sets a theme.</b> Most crucibles run for eight hours.
          </li>
          <li>
            <b>People enter.</b> Each entry fee goes into the prize pool.
          </li>
          <li>
            <b>Everyone judges, blind.</b> The best entries share the pool.
          </li>
        </ol>
        <p className="row">
          <Link className="btn primary lg" to="/sign-up">
            {grant > 0 ? `Join and get ${buzz(grant)}` : "Join for free"}
          </Link>
        </p>
      </div>
      {taste ? (
        <figure>
          {taste.pair.map((media) => (
            <Picture
              key={media.id}
              media={media}
              alt={media.alt || "An entry"}
              sizes="(max-width: 56rem) 44vw, 20rem"
              eager
            />
          ))}
          <figcaption>Which one fits “{taste.name}” better?</figcaption>
        </figure>
      ) : null}
    </section>
  );
}
