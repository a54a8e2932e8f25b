class Job {
  constructor(private name: string, private queue: string) {}
}

export const a = new Job('a', 'q');

export function b() {
  return 1;
}
