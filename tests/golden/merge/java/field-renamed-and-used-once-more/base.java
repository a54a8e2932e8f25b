package com.acme;

public class Account {
    private final String owner;
    private long balance;

    public Account(String owner) {
        this.owner = owner;
    }

    public void deposit(long amount) {
        balance += amount;
    }

    public long getBalance() {
        return balance;
    }
}
