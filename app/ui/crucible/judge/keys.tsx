import { Form } from "@remix-run/react";
import { Icon } from "~/ui/parts/icon";
import { judgeText } from "./judge-words";

const keys = [
  ["Vote left", "A", "←"],
  ["Vote right", "D", "→"],
  ["Skip", "S"],
  [judgeText.zoomBoth, "Z"],
  ["Mute videos", "M"],
] as const;

/** Which key does what, and the switch for all of them. */
export function KeysMenu({ on, back }: { on: boolean; back: string }) {
  return (
    <details className="menu keys-menu" key={String(on)}>
      <summary className="icon-btn">
        <Icon name="keys" />
        <span className="vh">Keyboard shortcuts</span>
      </summary>
      <Form method="post" action="/settings/judging">
        <input type="hidden" name="to" value={back} />
        <dl>
          {keys.map(([what, ...pressed]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>
                {pressed.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
          <div>
            <dt>Touch</dt>
            <dd>swipe your choice</dd>
          </div>
        </dl>
        <label className="option tick">
          <input type="checkbox" name="judgingKeys" value="on" defaultChecked={on} />
          {judgeText.useShortcuts}
        </label>
        <button className="btn">Save</button>
      </Form>
    </details>
  );
}
