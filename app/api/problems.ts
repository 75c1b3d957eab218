import { endpoints } from "./all";
import { generalProblems } from "./problem.server";

/** What a published reason means, and which endpoints answer with it; none where any may. Null for no reason of ours. */
export function findProblem(reason: string) {
  if (Object.hasOwn(generalProblems, reason))
    return { ...generalProblems[reason as keyof typeof generalProblems], endpoints: [] };
  const known = endpoints.filter(({ refusals = {} }) => Object.hasOwn(refusals, reason));
  const first = known[0]?.refusals?.[reason];
  return first ? { ...first, endpoints: known.map(({ method, path }) => `${method} /api${path}`) } : null;
}
