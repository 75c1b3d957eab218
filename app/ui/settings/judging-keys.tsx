import { Form } from "@remix-run/react";
import { CheckField } from "../parts/options";
import { Panel } from "../parts/panel";
import { accountText } from "../parts/account-words";

export function JudgingKeys({ on }: { on: boolean }) {
  return (
    <Panel title="Judging shortcuts" stack>
      <Form method="post" action="/settings/judging" className="stack">
        <input type="hidden" name="to" value="/settings" />
        <CheckField
          field={{ id: "judging-keys", name: "judgingKeys", initialValue: on }}
          label={accountText.useShortcuts}
          hint="A or ← for left, D or → for right, S to skip, Z to zoom, M to mute."
        />
        <p>
          <button className="btn">{accountText.saveShortcuts}</button>
        </p>
      </Form>
    </Panel>
  );
}
