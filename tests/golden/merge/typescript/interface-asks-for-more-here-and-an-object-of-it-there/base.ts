export interface User {
  id: number;
  name: string;
}

export const admin: User = { id: 1, name: 'admin' };
