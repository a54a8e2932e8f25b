// Note: this requires the `derive` feature

use clap::{ArgEnum, Parser};

fn main() {
    Cli::parse();
}
