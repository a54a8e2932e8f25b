export class Cache {
  private readonly limit: number;
}
