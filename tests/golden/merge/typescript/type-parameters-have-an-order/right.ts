export type Result<T, M> = {
  value: T;
};
