import { Link } from "@remix-run/react";
import { Fragment } from "react";

/** A link to a person's page. */
export function PersonLink({ name }: { name: string }) {
  return (
    <Link to={`/people/${encodeURIComponent(name)}`}>
      <Name name={name} />
    </Link>
  );
}

/** A username that may break after its underscores. */
export function Name({ name }: { name: string }) {
  const pieces = name.split("_");
  return pieces.map((piece, at) => (
    <Fragment key={at}>
      {piece}
      {at < pieces.length - 1 ? <>_<wbr /></> : null}
    </Fragment>
  ));
}
