import { useCallback, useMemo } from "react";
import { Theme } from "./theme";

export const useTheme = () => useMemo<Theme>(load, []);
