export interface User {
  name: string;
  id: number;
  rename(name: string): void;
}
