import { mediaStore } from "./media-store";
import { holdsInSmall } from "./small";

holdsInSmall(mediaStore);
