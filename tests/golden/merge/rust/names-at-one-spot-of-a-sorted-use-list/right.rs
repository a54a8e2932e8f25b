use crate::model::{
    Customer,
    Order,
    Parcel,
    Shop,
};

fn main() {}
