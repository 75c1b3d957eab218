import { route } from "@remix-run/route-config";
import type { RouteConfigEntry } from "@remix-run/route-config";

export const routes: RouteConfigEntry[] = [
  route("wallet", "routes/wallet/wallet.tsx"),
  route("wallet/claims", "routes/wallet/claims.tsx"),
  route("wallet/statement.csv", "routes/wallet/statement.ts"),
];
