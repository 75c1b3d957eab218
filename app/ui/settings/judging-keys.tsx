import { Form } from "@remix-run/react";
import { CheckField } from "../options";
import { Panel } from "../panel";

export function JudgingKeys({ on }: { on: boolean }) {
  return (
    <Panel title="Keys while judging" stack>
      <Form method="post" action="/settings/judging" className="stack">
        <input type="hidden" name="to" value="/settings" />
        <CheckField
          field={{ id: "judging-keys", name: "judgingKeys", initialValue: on }}
          label="Use keys on the judge page"
          hint="A or ← left, D or → right, S skip, Z zoom, M mute."
        />
        <p>
          <button className="btn">Save keys</button>
        </p>
      </Form>
    </Panel>
  );
}
