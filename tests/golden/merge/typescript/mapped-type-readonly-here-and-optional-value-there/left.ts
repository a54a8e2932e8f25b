type R<T> = {
  readonly [K in keyof T]: T[K];
};
