import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon";

type Props = { icon?: IconName; title: string; children?: ReactNode; action?: ReactNode };

/** Says what is not there, and offers the one next thing. */
export function EmptyState({ icon = "image", title, children, action }: Props) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <h3>{title}</h3>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}
