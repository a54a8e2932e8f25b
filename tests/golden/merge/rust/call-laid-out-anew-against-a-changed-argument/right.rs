fn main() {
    let server = Server::bind(address, Options::default(), Duration::from_secs(30));
    server.run(Handler::new(), workers);
}
