import { useId } from "react";
import type { ReactNode } from "react";
import { classes } from "./classes";

type Props = { title: ReactNode; small?: boolean; stack?: boolean; className?: string; children: ReactNode };

/** A bordered section under its own heading; a `small` heading is a label over a large figure. */
export function Panel({ title, small = false, stack = false, className, children }: Props) {
  const heading = useId();
  return (
    <section className={classes("panel", stack && "stack", className)} aria-labelledby={heading}>
      <h2 id={heading} className={small ? "label" : undefined}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** More of it, behind a click. */
export function Disclosure({
  summary,
  open,
  className,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <details className={classes("disclose", className)} open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
