import { ledgerMigration } from "./ledger-migration";
import { holdsInSmall } from "./small";

holdsInSmall(ledgerMigration);
