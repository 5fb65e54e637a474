package id.deskpilkada.c1;

import id.deskpilkada.c1.C1Form.Extent;
import id.deskpilkada.c1.C1Sheet.Cell;
import id.deskpilkada.c1.C1Sheet.Line;
import id.deskpilkada.c1.C1Sheet.Section;
import id.deskpilkada.election.CandidateRef;
import id.deskpilkada.platform.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets the printed form of a race in the reader's language. */
@Component
class C1Sheets {

    private static final List<String> BALLOTS =
            List.of("ballots.received", "ballots.used", "ballots.spoiled", "ballots.unused");
    private static final List<String> TOTALS = List.of("validVotes", "invalidVotes", "totalVotes");

    private final Messages messages;

    C1Sheets(Messages messages) {
        this.messages = messages;
    }

    C1Sheet of(C1Case about, Extent extent) {
        var law = C1Facts.Law.valueOf(about.round().law().name());
        var sections = new ArrayList<Section>();
        if (extent == Extent.ALL) {
            sections.add(section("I", people(law)));
            sections.add(section("II", single(BALLOTS, law)));
            sections.add(section("III", Stream.of(line("disabledVoters", null, law))));
        }
        sections.add(section("IV", about.race().candidates().stream().map(this::candidate)));
        sections.add(section("V", single(TOTALS, law)));
        return new C1Sheet(List.copyOf(sections));
    }

    private Section section(String code, Stream<Line> lines) {
        return new Section(messages.text("c1.section." + code), lines.toList());
    }

    private Stream<Line> people(C1Facts.Law law) {
        return Stream.of(
                line("dpt", "I.A", law),
                line("voters.listed", "I.B", law),
                line("voters.movedIn", null, law),
                line("voters.unlisted", null, law),
                line("voters.total", null, law));
    }

    private Line line(String path, @Nullable String heading, C1Facts.Law law) {
        var cells = Stream.of("male", "female", "total")
                .map(part -> cell(path + "." + part, messages.text("c1.page.column." + part), law))
                .toList();
        return new Line(
                heading == null ? null : messages.text("c1.section." + heading),
                String.valueOf(C1Fields.LINES.get(path)),
                label(path, law),
                null,
                cells);
    }

    private Stream<Line> single(List<String> paths, C1Facts.Law law) {
        return paths.stream()
                .map(path ->
                        new Line(null, C1Fields.printed(path), label(path, law), null, List.of(cell(path, null, law))));
    }

    private Line candidate(CandidateRef candidate) {
        var path = C1Fields.VOTES + candidate.ballotNumber();
        var spoken = messages.text("c1.field.votes", candidate.ballotNumber()) + ": " + candidate.name();
        return new Line(
                null,
                C1Fields.printed(path),
                candidate.name(),
                candidate.ballotNumber(),
                List.of(new Cell(path, null, spoken)));
    }

    private Cell cell(String path, @Nullable String column, C1Facts.Law law) {
        return new Cell(path, column, label(path, law));
    }

    private String label(String path, C1Facts.Law law) {
        return messages.text(C1Fields.labelKey(path, law));
    }
}
