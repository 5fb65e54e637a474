package id.deskpilkada.tierreport.document;

import static id.deskpilkada.tierreport.document.Table.Kind.TEXT;

import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.document.Table.Column;
import id.deskpilkada.tierreport.document.Table.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is not as in the version before, in words instead of paths. */
@Component
class ChangeTable {

    private static final Pattern STEP = Pattern.compile("([A-Za-z0-9]+)((?:\\[[^\\]]*\\])*)");
    private static final Pattern NAME = Pattern.compile("\\[([^\\]]*)\\]");

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+");

    private final Words words;

    ChangeTable(Words words) {
        this.words = words;
    }

    Table of(Material of) {
        return new Table(
                "changes",
                words.text("tierdoc.table.changes"),
                List.of(column("what", 46), column("before", 20), column("after", 20), column("why", 40)),
                of.changes().stream()
                        .map(change -> Row.of(
                                what(change.what(), of.snapshot()),
                                value(change.old()),
                                value(change.now()),
                                String.join("; ", change.why())))
                        .toList());
    }

    private Column column(String key, int width) {
        return new Column(words.text("tierdoc.column." + key), TEXT, width);
    }

    private String what(String path, Snapshot snapshot) {
        List<String> parts = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            parts.add(words.textOr("tierdoc.path." + step.group(1), step.group(1)));
            Matcher name = NAME.matcher(step.group(2));
            while (name.find()) {
                parts.add(named(name.group(1), snapshot));
            }
        }
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** Codes of races and kinds as the other tables call them; what is no code stays. */
    private String named(String name, Snapshot snapshot) {
        return Stream.of(name.split(" "))
                .distinct()
                .map(code -> snapshot.races().stream()
                        .filter(race -> race.code().equals(code))
                        .map(Snapshot.Race::name)
                        .findFirst()
                        .orElseGet(() -> words.textOr("tierdoc.kind." + code, code)))
                .collect(Collectors.joining(" "));
    }

    private String value(@Nullable String value) {
        if (value == null) {
            return "–";
        }
        if (value.matches("[1-9]\\d{0,8}")) {
            return words.number(Long.parseLong(value));
        }
        if (value.matches("\\d{1,3}\\.\\d")) {
            return value.replace('.', ',');
        }
        return TIME.matcher(value).matches()
                ? words.moment(OffsetDateTime.parse(value))
                : words.textOr("tierdoc.value." + value, value);
    }
}
