import { A } from './a';
import type { B } from './b';

export interface User {
  id: number;
  name: string;
}

export type Kind = 'one' | 'two';

export enum Color {
  Red = 'red',
  Blue = 'blue',
}

export class Service {
  private cache: Map<string, User> = new Map();

  constructor(private readonly http: A) {}

  get(id: number): User {
    const u = this.http.get(id);
    return u;
  }

  clear(): void {
    this.cache.clear();
  }
}

export const label = (k: Kind): string => {
  switch (k) {
    case 'one':
      return 'One';
    default:
      return 'Two';
  }
};
