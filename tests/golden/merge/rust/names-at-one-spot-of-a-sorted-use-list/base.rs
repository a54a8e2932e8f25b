use crate::model::{
    Customer,
    Order,
    Shop,
};

fn main() {}
