import type { Request } from "./http";
import { serve } from "./server";

serve((request: Request) => undefined);
