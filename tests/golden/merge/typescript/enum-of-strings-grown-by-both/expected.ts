export enum Level {
  Warn = "warn",
  Info = "info",
  Trace = "trace",
  Error = "error",
}
