import { getFormProps, useForm } from "@conform-to/react";
import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { write } from "~/db/write";
import { lookRefusals } from "~/domain/challenge/challenge-messages";
import { LooksForm } from "~/domain/challenge/opening/forms";
import { topUp, topUpBalance, topUpCost } from "~/domain/challenge/opening/topping-up.server";
import { reviews as bounds } from "~/domain/challenge/schema";
import { pathOf } from "~/domain/challenge/slug";
import { viewChallenge } from "~/domain/challenge/viewing.server";
import { challengeText } from "~/ui/challenge/challenge-words";
import { TextField } from "~/ui/parts/field";
import type { FieldMeta } from "~/ui/parts/field";
import { FormErrors } from "~/ui/parts/form-errors";
import { buzz, count, number } from "~/ui/parts/format";
import { readForm } from "~/web/form/form.server";
import { clock } from "~/web/server/clock.server";
import { redirectWithFlash } from "~/web/session/flash.server";
import { notFound, numberParam, requireUser, viewer } from "~/web/session/guard.server";

const EXAMPLES = [10, 25, 50, 100];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const found = await viewChallenge(numberParam(params.id), await viewer(request), clock.now());
  if (!found?.mine) throw notFound();
  const { id, title, prizes, reviewsPaid, reviewsTaken, entryCount, judgedBy } = found;
  const possible = EXAMPLES.filter((more) => reviewsPaid + more <= bounds.max);
  const prices = possible.map((more) => ({ more, ...topUpCost(found, prizes.length, more) }));
  const balance = await topUpBalance(user.id);
  return json({ id, title, path: pathOf(found), reviewsPaid, reviewsTaken, entryCount, judgedBy, prices, balance });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const challengeId = numberParam(params.id);
  const form = await readForm(request, LooksForm);
  if (!form.ok) return form.reply;

  const more = { creatorId: user.id, challengeId, reviews: form.value.reviews, now: clock.now() };
  const done = await write((tx) => topUp(tx, more));
  if (!done) throw notFound();
  if (!done.ok) return form.refuse({ form: lookRefusals[done.reason] });
  return redirectWithFlash(
    `/challenges/${challengeId}`,
    `${count(done.reviews, "review")} added for ${buzz(done.price)}.`,
  );
}

export const meta: MetaFunction = () => [{ title: "Add reviews · Crucible" }];

export default function Looks() {
  const { title, path, reviewsPaid, reviewsTaken, entryCount, judgedBy, prices, balance } =
    useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ reviews: string }>({ lastResult: useActionData<typeof action>() });
  return (
    <main id="main" className="wrap narrow stack page">
      <Link className="crumb" to={path}>
        {title}
      </Link>
      <h1>{challengeText.addReviews}</h1>
      <p>
        {number(reviewsTaken)} of {count(reviewsPaid, "review")} are used, with {count(entryCount, "entry", "entries")}{" "}
        in.
      </p>
      {judgedBy === "people" ? (
        <p>{lookRefusals["by-people"]}</p>
      ) : (
        <Form method="post" className="panel stack" {...getFormProps(form)}>
          <FormErrors errors={form.errors} />
          <TextField
            field={fields.reviews as FieldMeta}
            label="More reviews"
            inputMode="numeric"
            autoComplete="off"
            hint={`At most ${bounds.max} in all. You have ${buzz(balance)}; blue Buzz can’t pay for it.`}
            required
          />
          <dl className="sum">
            {prices.map(({ more, looks, price }) => (
              <div key={more}>
                <dt>
                  {count(more, "review")}, {count(looks, "look")}
                </dt>
                <dd className="gold">{number(price)}</dd>
              </div>
            ))}
          </dl>
          <p className="why">What isn’t used comes back at the end.</p>
          <p className="row">
            <button className="btn primary">{challengeText.addReviews}</button>
          </p>
        </Form>
      )}
    </main>
  );
}
