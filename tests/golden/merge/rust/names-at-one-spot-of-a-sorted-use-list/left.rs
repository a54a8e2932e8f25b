use crate::model::{
    Customer,
    Order,
    Price,
    Shop,
};

fn main() {}
