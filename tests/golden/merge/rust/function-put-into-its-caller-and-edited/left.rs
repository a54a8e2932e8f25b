use clap::{App, Arg};

#[test]
fn flags_are_global() {
    let mut app = App::new("program")
        .arg(
            Arg::new("FLAG")
                .long("flag")
                .about("Needed by the subcommands")
                .multiple(true)
                .global(true),
        )
        .subcommand(App::new("outer"));
    let _ = app.try_get_matches_from_mut(vec!["program"]);
}
