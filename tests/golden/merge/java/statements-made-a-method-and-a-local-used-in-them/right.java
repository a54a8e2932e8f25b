class Report {
    String build(List<Row> rows, Locale locale) {
        StringBuilder out = new StringBuilder();
        out.append("<table>");
        for (Row row : rows) {
            out.append("<tr>");
            out.append(row.name(locale));
            out.append("</tr>");
        }
        out.append(locale);
        return out.toString();
    }
}
