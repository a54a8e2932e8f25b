export class Shop {
  constructor(
    private readonly db: Database,
  ) {}
}
