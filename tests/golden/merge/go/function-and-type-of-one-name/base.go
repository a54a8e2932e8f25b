package client

const version = 3

func Ping() {}
