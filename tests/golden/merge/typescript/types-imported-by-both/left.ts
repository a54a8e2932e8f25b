import type { Headers, Request } from "./http";
import { serve } from "./server";

serve((request: Request) => undefined);
