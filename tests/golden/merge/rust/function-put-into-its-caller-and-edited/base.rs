use clap::{App, Arg};

fn get_app() -> App<'static> {
    App::new("program")
        .arg(
            Arg::new("FLAG")
                .long("flag")
                .about("Needed by the subcommands")
                .multiple(true)
                .global(true),
        )
        .subcommand(App::new("outer"))
}

#[test]
fn flags_are_global() {
    let mut app = get_app();
    let _ = app.try_get_matches_from_mut(vec!["program"]);
}
