import { redirect } from "@remix-run/node";

export function loader() {
  return redirect("/crucibles/new/basics", 302);
}
