export class Shop {
  constructor(
    private readonly db: Database,
    private readonly log: Logger,
  ) {}
}
