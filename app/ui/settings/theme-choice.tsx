import { Form, useLocation } from "@remix-run/react";
import { themes } from "~/db/schema/values";
import { RadioCards } from "../parts/options";
import { Panel } from "../parts/panel";
import { themeLabels } from "../site/theme-labels";
import { accountText } from "../parts/account-words";

type Theme = (typeof themes)[number];

export function ThemeChoice({ theme }: { theme: Theme }) {
  const options = themes.map((value) => ({ value, label: themeLabels[value] }));
  return (
    <Panel title="Theme" stack>
      <Form method="post" action="/settings/theme" className="stack" reloadDocument>
        <input type="hidden" name="to" value={useLocation().pathname} />
        <RadioCards
          field={{ id: "theme", name: "theme", initialValue: theme }}
          legend="Theme"
          legendHidden
          options={options}
        />
        <p>
          <button className="btn">{accountText.saveTheme}</button>
        </p>
      </Form>
    </Panel>
  );
}
