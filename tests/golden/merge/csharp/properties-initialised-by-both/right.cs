var options = new Options
{
    Url = "localhost",
    Port = 8080,
    Secure = true,
};
