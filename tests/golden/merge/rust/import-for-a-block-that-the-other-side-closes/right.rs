use std::io;
use std::time::Duration;

use tokio_reactor;

fn build() -> usize {
    CORES
}
