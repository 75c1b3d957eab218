import { notFound } from "~/web/guard.server";

export function loader() {
  throw notFound();
}

export default function Missing() {
  return null;
}
