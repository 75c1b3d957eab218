import { Link } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { classes } from "~/ui/parts/classes";
import { Icon } from "~/ui/parts/icon";
import { number } from "~/ui/parts/format";

type Looks = {
  price: number;
  /** Paid in blue Buzz. */ blue?: boolean;
  size?: "lg";
  wide?: boolean;
  className?: string;
  children: ReactNode;
};

type ButtonProps = Looks & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "children">;

/** Spends Buzz and says how much; where nothing is spent it is blue and says "Free". */
export function PriceButton({ price, blue, size, wide, className, children, ...button }: ButtonProps) {
  return (
    <button className={look({ price, blue, size, wide, className })} {...button}>
      <Face price={price} blue={blue}>
        {children}
      </Face>
    </button>
  );
}

/** The same, leading to the page where it is spent. */
export function PriceLink({ to, price, size, wide, className, children }: Looks & { to: string }) {
  return (
    <Link to={to} className={look({ price, size, wide, className })}>
      <Face price={price}>{children}</Face>
    </Link>
  );
}

function look({ price, blue, size, wide, className }: Omit<Looks, "children">) {
  return classes(price > 0 ? "price-btn" : "btn primary", blue && price > 0 && "blue", size, wide && "wide", className);
}

function Face({ price, blue, children }: { price: number; blue?: boolean; children: ReactNode }) {
  if (price === 0) return <>{children} · Free</>;
  return (
    <>
      <span>{children}</span>
      <span className="price">
        <Icon name="buzz" />
        {number(price)}
        {blue ? " blue" : ""}
        <span className="vh"> Buzz</span>
      </span>
    </>
  );
}
