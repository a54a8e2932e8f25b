fn rt() -> Runtime {
    Builder::new()
        .basic_scheduler()
        .build()
        .unwrap()
}
