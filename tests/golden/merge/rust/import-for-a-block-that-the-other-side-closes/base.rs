use std::io;

use tokio_reactor;

fn build() -> usize {
    CORES
}
