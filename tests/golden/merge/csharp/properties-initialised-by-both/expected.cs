var options = new Options
{
    Url = "localhost",
    Port = 8080,
    Workers = 4,
    Secure = true,
};
