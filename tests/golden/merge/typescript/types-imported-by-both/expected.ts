import type { Headers, Request, Response } from "./http";
import { close, serve } from "./server";

serve((request: Request) => undefined);
