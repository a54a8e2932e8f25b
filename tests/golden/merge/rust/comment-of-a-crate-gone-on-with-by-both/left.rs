//! Reads settings.
//!
//! They are in one file.

#![deny(missing_docs)]

use std::fs;
