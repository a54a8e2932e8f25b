import { useCallback, type ReactNode, useMemo } from "react";
import { Theme, Tone } from "./theme";

export const useTheme = () => useMemo<Theme>(load, []);
