pub struct Basic {
    scheduler: Scheduler<time::Driver>,
    name: String,
}
