pub struct Basic {
    scheduler: Scheduler<io::Driver>,
    name: String,
}
