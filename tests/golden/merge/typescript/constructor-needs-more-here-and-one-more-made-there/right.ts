class Job {
  constructor(private name: string) {}
}

export const a = new Job('a');

export function b() {
  return new Job('b');
}
