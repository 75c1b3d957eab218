import { useRouteLoaderData } from "@remix-run/react";
import { useId } from "react";
import { CopyButton } from "./copy-button";

/** Paths from the root of the site: of the page, and of the picture that stands for it elsewhere, if everyone may see one. */
type Shared = { path: string; card: string | null; title: string };

/** What one passes on: the address to copy, and the card to save. */
export function ShareParts({ path, card, title }: Shared) {
  const field = useId();
  const { site } = useRouteLoaderData("root") as { site: string };
  const address = site + path;
  return (
    <>
      {card ? (
        <img
          className="share-card"
          src={card}
          width={1200}
          height={630}
          alt={`Share card for ${title}`}
          loading="lazy"
        />
      ) : null}
      <div className="field">
        <label htmlFor={field}>Link</label>
        <div className="row copied">
          <input className="input" id={field} readOnly value={address} onFocus={(event) => event.target.select()} />
          <CopyButton text={address} />
        </div>
        <p className="why">
          {card
            ? "Most sites show this card when you paste the link."
            : "Only people whose content settings include it can open it."}
        </p>
      </div>
      {card ? (
        <a className="btn" href={card} download={`${slugged(path)}.png`}>
          Save the card as an image
        </a>
      ) : null}
    </>
  );
}

function slugged(path: string) {
  return path.slice(1).replaceAll("/", "-");
}

/** React 18 does not know these names. */
const opens = { popovertarget: "share" };
const closes = { popovertarget: "share", popovertargetaction: "hide" };
const popover = { popover: "auto" };

/** The same behind a button; it opens without a script. One on a page. */
export function Share({ words = "Share", ...shared }: Shared & { words?: string }) {
  return (
    <>
      <button className="btn" type="button" {...opens}>
        {words}
      </button>
      <dialog className="share" id="share" {...popover} aria-labelledby="share-title">
        <div className="row between">
          <h2 id="share-title">{words}</h2>
          <button className="btn quiet" type="button" {...closes}>
            Close
          </button>
        </div>
        <ShareParts {...shared} />
      </dialog>
    </>
  );
}
