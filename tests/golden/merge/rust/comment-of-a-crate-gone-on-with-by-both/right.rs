//! Reads settings.
//!
//! They may be nested.

#![allow(dead_code)]

use std::fs;
