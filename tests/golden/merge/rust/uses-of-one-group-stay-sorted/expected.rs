use std::fmt;
use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use clap::Parser;

use crate::config::Config;
