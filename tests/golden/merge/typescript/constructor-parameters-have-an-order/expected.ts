export class Shop {
  constructor(
    private readonly db: Database,
<<<<<<< left
    private readonly log: Logger,
=======
    private readonly clock: Clock,
>>>>>>> right
  ) {}
}
