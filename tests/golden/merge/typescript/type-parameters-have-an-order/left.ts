export type Result<T, E> = {
  value: T;
};
