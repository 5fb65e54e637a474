package id.deskpilkada.tally;

import id.deskpilkada.platform.SafeCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A tally as CSV: comma, UTF-8 without byte order mark, one line for the place and one for each place below it. Every line carries basis, time and disclaimer, so that no line can be quoted without them. */
final class TallyCsv {

    private static final List<String> BEFORE_VOTES = List.of(
            "level",
            "code",
            "name",
            "expected",
            "received",
            "held",
            "verified",
            "counted",
            "withheld",
            "dpt",
            "voters",
            "valid",
            "invalid");
    private static final List<String> AFTER_VOTES = List.of("basis", "as_of", "disclaimer");

    private TallyCsv() {}

    /** @param disclaimer what every line ends with */
    static String of(TallyView view, String disclaimer) {
        var numbers = ballotNumbers(view);
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(header(numbers));
            csv.printRecord(line(view, view.figures(), numbers, disclaimer));
            for (var child : view.children()) {
                csv.printRecord(line(view, child, numbers, disclaimer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<Integer> ballotNumbers(TallyView view) {
        return Stream.concat(Stream.of(view.figures()), view.children().stream())
                .flatMap(figures -> Stream.ofNullable(figures.votes()).flatMap(List::stream))
                .map(TallyFigures.CandidateVotes::ballotNumber)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> header(List<Integer> numbers) {
        var header = new ArrayList<>(BEFORE_VOTES);
        numbers.forEach(number -> header.add("votes_" + number));
        header.addAll(AFTER_VOTES);
        return header;
    }

    private static List<String> line(TallyView view, TallyFigures figures, List<Integer> numbers, String disclaimer) {
        var line = new ArrayList<String>();
        line.add(figures.region().level());
        line.add(figures.region().code());
        line.add(SafeCell.escape(figures.region().name()));
        Stream.of(figures.expected(), figures.received(), figures.held(), figures.verified(), figures.counted())
                .forEach(number -> line.add(number.toString()));
        line.add(Boolean.TRUE.equals(figures.withheld()) ? "true" : "false");
        line.add(text(figures.dptTotal()));
        line.add(text(figures.votersTotal()));
        line.add(text(figures.validVotes()));
        line.add(text(figures.invalidVotes()));
        numbers.forEach(number -> line.add(votes(figures, number)));
        line.add(view.basis());
        line.add(view.asOf().toString());
        line.add(disclaimer);
        return line;
    }

    private static String votes(TallyFigures figures, int number) {
        return Stream.ofNullable(figures.votes())
                .flatMap(List::stream)
                .filter(votes -> votes.ballotNumber() == number)
                .findFirst()
                .map(votes -> Long.toString(votes.votes()))
                .orElse("");
    }

    private static String text(@Nullable Long number) {
        return number == null ? "" : number.toString();
    }
}
