export interface Stack {
  push(item: string): void;
  peek(): string;
  size: number;
}
