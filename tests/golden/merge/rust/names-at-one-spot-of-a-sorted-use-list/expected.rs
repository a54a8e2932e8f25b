use crate::model::{
    Customer,
    Order,
    Parcel,
    Price,
    Shop,
};

fn main() {}
