export interface User {
  name: string;
  id: number;
  email?: string;
  rename(name: string): void;
}
