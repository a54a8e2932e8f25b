CREATE FUNCTION total(cart integer) RETURNS integer AS $$
BEGIN
    RETURN (SELECT sum(price) FROM lines WHERE lines.cart = total.cart);
END;
$$ LANGUAGE plpgsql;

CREATE VIEW open_orders AS
SELECT id, customer
FROM orders
WHERE closed IS NULL;
