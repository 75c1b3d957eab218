import { Form, Link } from "@remix-run/react";

type Props = {
  crucibleId: number;
  /** The page that this stands on. */
  here: string;
  /** Whether one asked already; null when nobody is signed in. */
  asked: boolean | null;
};

/** For a crucible that is yet to open: asks to be told when it does, or takes that back. */
export function Reminder({ crucibleId, here, asked }: Props) {
  if (asked === null)
    return (
      <Link className="btn" to={`/sign-in?to=${encodeURIComponent(here)}`}>
        Sign in to be told when it opens
      </Link>
    );
  const address = `/crucibles/${crucibleId}/reminder`;
  return (
    <Form className="row" method="post" action={asked ? `${address}/withdrawal` : address} preventScrollReset>
      <input type="hidden" name="to" value={here} />
      <button className={asked ? "btn" : "btn primary"}>{asked ? "Do not tell me" : "Tell me when it opens"}</button>
      {asked ? <span className="meta">You will be told when it opens.</span> : null}
    </Form>
  );
}
