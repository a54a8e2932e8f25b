import { Injectable } from '@angular/core';
import { HttpClient } from '@angular/common/http';
import type { User, Role } from './types';

export type Status = 'open' | 'closed';

export interface Options {
  retries: number;
  baseUrl?: string;
}

export enum Kind {
  A = 'a',
  B = 'b',
}

const DEFAULTS: Options = { retries: 3 };

@Injectable()
export class UserService {
  private cache = new Map<string, User>();

  constructor(private http: HttpClient) {}

  get(id: string): User | undefined {
    return this.cache.get(id);
  }

  async load(id: string): Promise<User> {
    const user = await this.http.get<User>(`/users/${id}`);
    this.cache.set(id, user);
    return user;
  }

  nameOf(id: string): string {
    const user = this.get(id);
    return user ? user.name : "";
  }

  clear(): void {
    this.cache.clear();
  }
}

export function format(user: User, opts: Options = DEFAULTS): string {
  return user.name;
}
