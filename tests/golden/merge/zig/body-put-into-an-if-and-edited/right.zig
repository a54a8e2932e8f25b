fn load(file: File) !void {
    const text = try file.read();
    try parse(text, .strict);
    file.close();
}
