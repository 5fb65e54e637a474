package id.deskpilkada.platform;

/** Makes a text safe for a CSV or XLSX that someone opens in a spreadsheet: it never starts a formula there. */
public final class SafeCell {

    private SafeCell() {}

    /**
     * The text with an apostrophe before it if a spreadsheet would take it for a formula; plain numbers such as {@code -6.12} stay. Quoting for CSV is left to
     * the writer.
     */
    public static String escape(String text) {
        String start = text.stripLeading();
        boolean formula = !start.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(start.charAt(0)) >= 0;
        boolean control = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
        return (formula && !start.matches("-?[0-9]+([.,][0-9]+)?")) || control ? "'" + text : text;
    }
}
