export enum Level {
  Warn = "warn",
  Info = "info",
  Error = "error",
}
