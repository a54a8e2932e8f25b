let limit = 20; // items on a page
let page = 1;
