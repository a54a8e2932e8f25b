pub struct Basic {
    scheduler: Mutex<Option<Scheduler<io::Driver>>>,
    name: String,
}
