package com.acme;

public class Account {
    private final String owner;
    private long cents;

    public Account(String owner) {
        this.owner = owner;
    }

    public void deposit(long amount) {
        cents += amount;
    }

    public long getBalance() {
<<<<<<< left
        return cents;
=======
        return balance;
    }

    public boolean isEmpty() {
        return balance == 0;
>>>>>>> right
    }
}
