import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon";

type Props = { icon?: IconName; title: string; heading?: "h2" | "h3"; children?: ReactNode; action?: ReactNode };

/** Says what is not there, and offers the one next thing. */
export function EmptyState({ icon = "image", title, heading: Heading = "h2", children, action }: Props) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <Heading>{title}</Heading>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}
