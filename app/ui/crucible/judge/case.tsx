import type { ReactNode } from "react";
import { Icon } from "~/ui/parts/icon";
import type { IconName } from "~/ui/parts/icon";

export function Case({ icon, title, children }: { icon: IconName; title: ReactNode; children: ReactNode }) {
  return (
    <section className="case">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
    </section>
  );
}
