fn load(file: File) !void {
    const text = try file.read();
    try parse(text);
    file.close();
}
