package id.deskpilkada.imports;

import java.util.List;
import java.util.stream.Stream;

/**
 * One column of a kind of import. It is found in a file by its contract name or by one of its Indonesian aliases, whatever their case.
 *
 * @param required whether a file without this column is refused; single empty cells are the importer's business
 * @param example a sample value for the template
 * @param note one Indonesian sentence for the template's sheet "Petunjuk"
 * @param choices the allowed words, shown as a drop-down in the template; empty if free
 */
public record Column(
        String name, List<String> aliases, boolean required, String example, String note, List<String> choices) {

    public Column {
        aliases = List.copyOf(aliases);
        choices = List.copyOf(choices);
    }

    public static Column required(String name, String... aliases) {
        return new Column(name, List.of(aliases), true, "", "", List.of());
    }

    public static Column optional(String name, String... aliases) {
        return new Column(name, List.of(aliases), false, "", "", List.of());
    }

    public Column example(String value) {
        return new Column(name, aliases, required, value, note, choices);
    }

    public Column note(String sentence) {
        return new Column(name, aliases, required, example, sentence, choices);
    }

    public Column choices(String... words) {
        return new Column(name, aliases, required, example, note, List.of(words));
    }

    Stream<String> headers() {
        return Stream.concat(Stream.of(name), aliases.stream());
    }
}
