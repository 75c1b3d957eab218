import { Link } from "@remix-run/react";
import { Fragment } from "react";
import type { roles } from "~/db/schema/values";
import { isNameOfDeleted } from "~/domain/account/rules";
import { Pill } from "./pill";

/** A link to a person's page; who has left has none. */
export function PersonLink({ name }: { name: string }) {
  if (isNameOfDeleted(name)) return <Name name={name} />;
  return (
    <Link to={`/people/${encodeURIComponent(name)}`}>
      <Name name={name} />
    </Link>
  );
}

/** Beside the name of someone who speaks for the site. */
export function RoleBadge({ role }: { role: (typeof roles)[number] }) {
  if (role === "user") return null;
  return <Pill plain>{role === "admin" ? "Admin" : "Moderator"}</Pill>;
}

/** A username that may break after its underscores. */
export function Name({ name }: { name: string }) {
  const pieces = name.split("_");
  return (
    <bdi>
      {pieces.map((piece, at) => (
        <Fragment key={at}>
          {piece}
          {at < pieces.length - 1 ? (
            <>
              _<wbr />
            </>
          ) : null}
        </Fragment>
      ))}
    </bdi>
  );
}
