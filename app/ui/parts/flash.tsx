import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";
import type { IconName } from "./icon";

const looks = {
  good: ["check", "", "status"],
  bad: ["warn", "error", "alert"],
  info: ["right", "info", undefined],
} as const;

type Props = { tone?: keyof typeof looks; icon?: IconName; children: ReactNode };

/** What just happened, or what one should know here; a strip in the flow of the page. */
export function Flash({ tone = "good", icon, children }: Props) {
  const [sign, look, role] = looks[tone];
  return (
    <p className={classes("flash", look)} role={role}>
      <Icon name={icon ?? sign} />
      <span>{children}</span>
    </p>
  );
}
