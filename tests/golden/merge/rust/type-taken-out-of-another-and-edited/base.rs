pub struct Basic {
    scheduler: Mutex<Option<Scheduler<time::Driver>>>,
    name: String,
}
