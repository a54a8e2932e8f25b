export type Result<T> = {
  value: T;
};
