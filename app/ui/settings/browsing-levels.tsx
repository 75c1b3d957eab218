import { getFormProps, useForm } from "@conform-to/react";
import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { contentRatings } from "~/domain/media/content-ratings";
import { CheckCards, CheckField } from "../parts/options";
import { Panel } from "../parts/panel";
import { When } from "../parts/when";
import { accountText } from "../parts/account-words";

type Props = {
  /** The set of levels that are shown now. */
  chosen: number;
  /** When the person said that they are an adult, in milliseconds. */
  adultSince: number | null;
  now: number;
  lastResult: SubmissionResult<string[]> | undefined;
};

type Fields = { levels: string[]; adult: string };

/** Which media somebody wants to be shown; R and above for adults. */
export function BrowsingLevels({ chosen, adultSince, now, lastResult }: Props) {
  const marked = contentRatings.filter(({ bit }) => (bit & chosen) !== 0).map(({ bit }) => String(bit));
  const [form, fields] = useForm<Fields>({ lastResult, defaultValue: { levels: marked } });
  const options = contentRatings.map(({ bit, name, words }) => ({ value: String(bit), label: name, hint: words }));
  return (
    <Panel title="Content ratings" stack>
      <Form method="post" className="stack" {...getFormProps(form)}>
        <CheckCards
          field={fields.levels}
          legend="Show me"
          columns="two"
          options={options}
          hint="Anything you don’t select is hidden everywhere, including lists, judging and comments."
        />
        {adultSince === null ? (
          <CheckField
            field={fields.adult}
            label={accountText.isAdult}
            hint="Needed once for R and above. We record when you confirm."
          />
        ) : (
          <p className="meta">
            You confirmed <When at={adultSince} now={now} /> that you’re an adult.
          </p>
        )}
        <p>
          <button className="btn primary">{accountText.saveContentRatings}</button>
        </p>
      </Form>
    </Panel>
  );
}
