import { Form, Link } from "@remix-run/react";
import { crucibleText } from "./crucible-words";

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
        {crucibleText.signInForReminder}
      </Link>
    );
  const address = `/crucibles/${crucibleId}/reminder`;
  return (
    <Form className="row" method="post" action={asked ? `${address}/withdrawal` : address} preventScrollReset>
      <input type="hidden" name="to" value={here} />
      <button className={asked ? "btn" : "btn primary"}>
        {asked ? crucibleText.cancelReminder : crucibleText.remindMe}
      </button>
      {asked ? <span className="meta">We’ll notify you when it opens.</span> : null}
    </Form>
  );
}
