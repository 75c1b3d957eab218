import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { isReserved } from "~/domain/account/rules";

/** A link to a person's page; who has left has none. */
export function PersonLink({ name }: { name: string }) {
  if (isReserved(name)) return <Name name={name} />;
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
      {at < pieces.length - 1 ? (
        <>
          _<wbr />
        </>
      ) : null}
    </Fragment>
  ));
}
