import { openDatabase } from "~/db/client";
import { runAction } from "./actions";
import type { Order } from "./actions";

// A second process on the same data, which writes without asking for the lease: only the database stands between the two.
openDatabase(process.argv[2]!);
process.on("message", (orders: Order[]) => {
  for (const order of orders) void runAction(order).then((report) => process.send!(report));
});
process.send!("ready");
