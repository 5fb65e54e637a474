package id.deskpilkada.simulation.http;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables as an office would save them. */
public final class CsvText {

    private CsvText() {}

    public static String table(String header, Stream<String> rows) {
        return header + "\n" + rows.collect(Collectors.joining("\n")) + "\n";
    }

    public static String row(Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> "\"" + cell.toString().replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }
}
