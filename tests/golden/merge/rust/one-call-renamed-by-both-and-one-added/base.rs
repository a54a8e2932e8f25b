fn rt() -> Runtime {
    Builder::new()
        .current_thread()
        .build()
        .unwrap()
}
